import type { DvcDocument } from '../../documents/dvc.ts';
import type { ParamsDocument } from '../../documents/params.ts';
import type { Observation, Rule, RuleContext, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { type SplitSetting, splitSettings } from './data/split-sizes.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

const TEST_SET = /(^|[/_.-])(test|testset|holdout|hold_out|golden|eval|evaluation)([/_.-]|$)/i;

export const testSplitTouched: Rule<PythonSource | ParamsDocument | DvcDocument> = {
  id: 'test-split-touched',
  kinds: ['python', 'notebook', 'params', 'dvc'],
  title: 'The rows that models are judged on change',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head, context) {
    if (!base || !head || isTestPath(head.path)) return;
    const severity = severityOf(head.path, context);
    if (base.kind === 'dvc' || head.kind === 'dvc') {
      if (base.kind === 'dvc' && head.kind === 'dvc') yield* compareData(base, head, severity);
      return;
    }
    const before = splitSettings(base);
    for (const now of splitSettings(head)) {
      const old = before.filter(({ key }) => key === now.key);
      const [only] = old;
      if (old.length === 1 && only && !isSame(only.text, now.text)) yield problem(only, now, base.path, severity);
    }
  },
};

/** Alone it starts a new series of measurements; together with a model it hides what the model does. */
function severityOf(path: string, { project }: RuleContext): Severity {
  const kinds = new Set(['python', 'notebook', 'params', 'source']);
  const others = project.change.files.some(
    (file) => file.path !== path && kinds.has(file.kind) && !isTestPath(file.path),
  );
  return others ? 'medium' : 'low';
}

function isSame(before: string, after: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, '');
  return plain(before) === plain(after) || (before !== '' && after !== '' && Number(before) === Number(after));
}

const WHY =
  'Scores before and after this change are measured on other rows, so a better one says nothing about the model.';

function problem(old: SplitSetting, now: SplitSetting, basePath: string, severity: Severity): Observation {
  return {
    range: now.range,
    key: now.key,
    severity,
    message: {
      what: `${quote(now.label)} went from ${quote(old.text)} to ${quote(now.text)}.`,
      why: WHY,
      remedy:
        'Change the split in a pull request of its own, and measure the model in production on the new rows as well.',
    },
    related: [{ path: basePath, side: 'base', range: old.range, message: `It was ${quote(old.text)}.` }],
    ...(old.text.includes('\n') || old.text.includes('"')
      ? {}
      : {
          fix: {
            title: `Go back to ${old.text}`,
            safety: 'review' as const,
            edits: [{ range: now.range, text: old.text }],
          },
        }),
  };
}

/** The pointer of a test set now names other contents. */
function* compareData(base: DvcDocument, head: DvcDocument, severity: Severity): Generator<Observation> {
  if (head.view.file !== 'pointer') return;
  for (const out of head.view.outs) {
    const old = base.view.outs.find(({ path }) => path === out.path);
    if (!TEST_SET.test(out.path) || !old?.md5 || !out.md5 || old.md5 === out.md5) continue;
    yield {
      range: out.range,
      key: out.path,
      severity,
      message: {
        what: `The test set ${quote(out.path)} has other contents than before.`,
        why: WHY,
        remedy: 'Change it in a pull request of its own, and measure the model in production on the new rows as well.',
      },
    };
  }
}
