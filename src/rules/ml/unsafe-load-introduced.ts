import type { Edit, Observation, Range, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { callKey, type PlacedCall, placedCalls } from './calls/placed-calls.ts';
import { replaceText } from './calls/replace-text.ts';
import { type LoadSafety, loadSafety } from './loading/load-safety.ts';
import { insertArgument } from './seeds/insert-argument.ts';
import { isTestPath, type PythonSource, type PythonUnit } from './seeds/python-unit.ts';
import { versionFiles } from './versions/known-range.ts';

export const unsafeLoadIntroduced: Rule<PythonSource> = {
  id: 'unsafe-load-introduced',
  kinds: ['python', 'notebook'],
  title: 'A load that was safe may now run code',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,
  supersedes: ['torch-load-unsafe', 'unsafe-deserialization', 'trust-remote-code'],

  *needs({ path }) {
    yield* versionFiles(path);
  },

  *compare(base, head, context) {
    if (!base || !head || isTestPath(head.path)) return;
    const before = loadsOf(base, context);
    const after = loadsOf(head, context);
    for (const group of new Set(after.map(groupOf))) {
      const old = before.filter((one) => groupOf(one) === group);
      const now = after.filter((one) => groupOf(one) === group);
      const lost = count(old, 'safe') - count(now, 'safe');
      // What is new and unsafe is told by the state rules; here only what replaces a safe form.
      const fresh = unmatched(old, now).slice(0, Math.max(0, lost));
      const was = old.find(({ safety }) => safety.form === 'safe');
      for (const load of fresh) if (was) yield problem(load, was, base.path);
    }
  },
};

interface Load {
  readonly placed: PlacedCall;
  readonly safety: LoadSafety;
}

function loadsOf(document: PythonSource, context: RuleContext): readonly Load[] {
  return placedCalls(document)
    .map((placed) => ({ placed, safety: loadSafety(placed.call, document.path, context) }))
    .filter(({ safety }) => safety.form !== 'none');
}

/** Loads that can stand in for each other: in one function, of one family or with one callee. */
function groupOf({ placed: { call }, safety: { family } }: Load): string {
  return `${call.functionName} ${family === 'option' ? call.resolved : family}`;
}

function count(loads: readonly Load[], form: LoadSafety['form']): number {
  return loads.filter(({ safety }) => safety.form === form).length;
}

/** Unsafe loads of the head that the base does not have. */
function unmatched(before: readonly Load[], after: readonly Load[]): readonly Load[] {
  const left = before
    .filter(({ safety }) => safety.form === 'unsafe')
    .map(({ placed }) => textOf(placed.unit, placed.call));
  return after.filter((load) => {
    if (load.safety.form !== 'unsafe') return false;
    const index = left.indexOf(textOf(load.placed.unit, load.placed.call));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function textOf(unit: PythonUnit, { range }: { readonly range: Range }): string {
  return unit.source.slice(range.start, range.end);
}

function problem(load: Load, was: Load, basePath: string): Observation {
  const { call, unit } = load.placed;
  const { decides } = load.safety;
  const old = textOf(was.placed.unit, was.placed.call);
  const edit = restore(load);
  return {
    range: unit.toFileRange(decides?.range ?? call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(decides ? `${call.callee}(..., ${textOf(unit, decides)})` : textOf(unit, call))} replaces ${quote(old)}.`,
      why: 'Until now the file was read as data; now whoever can replace it can run code with the rights of this job.',
      remedy: 'Keep the safe form, and convert the file once where it cannot be read that way.',
    },
    related: [
      {
        path: basePath,
        side: 'base',
        range: was.placed.unit.toFileRange(was.placed.call.range),
        message: 'The safe form.',
      },
    ],
    ...(edit ? { fix: { title: 'Read it as data again', safety: 'safe' as const, edits: [edit] } } : {}),
  };
}

function restore({ placed: { call, unit }, safety: { decides, option } }: Load): Edit | undefined {
  if (option === undefined) return undefined;
  return decides ? replaceText(unit, decides.range, option) : insertArgument(unit, call, option);
}
