import {
  type Expression,
  type ExpressionNode,
  expressionsIn,
  parseExpression,
} from '../../documents/workflow/expression.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Confidence, Observation, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import {
  type ActiveEvents,
  activeEvents,
  EXTERNAL_EVENTS,
  hasLiteralRefs,
  PRIVILEGED_EVENTS,
} from './injection/active-events.ts';
import { codeSinks } from './injection/code-sinks.ts';
import { foldIndexes } from './injection/fold-indexes.ts';
import { moveToEnv } from './injection/move-to-env.ts';
import { type Place, type Taint, traceValue } from './injection/trace-value.ts';

type Subject = WorkflowDocument | ActionDocument;

interface Grade {
  readonly severity: Severity;
  readonly confidence: Confidence;
}

export const templateInjection: Rule<Subject> = {
  id: 'template-injection',
  kinds: ['workflow', 'action'],
  title: 'Untrusted text becomes part of a script',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['template-injection'],
    actionlint: ['expression'],
    codeql: ['actions/code-injection/critical', 'actions/code-injection/medium'],
    scorecard: ['Dangerous-Workflow'],
    semgrep: ['run-shell-injection', 'github-script-injection'],
    checkov: ['CKV_GHA_2'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    if (document.kind === 'action' && document.view.using !== 'composite') return;
    const seen = new Set<number>();
    let scripts = 0;
    let expressions = 0;
    for (const { step, job, key } of stepsOf(document)) {
      const place: Place = { document, step, ...(job ? { job } : {}) };
      for (const sink of codeSinks(step)) {
        const all = expressionsIn(document.source, sink.scalar);
        scripts += 1;
        expressions += all.length;
        // An alias repeats a script: what it holds is said once, where it is written.
        const found = dangerous(all, place).filter(({ expression }) => !seen.has(expression.range.start));
        for (const { expression } of found) seen.add(expression.range.start);
        yield* problems(found, sink.name, place, key);
      }
    }
    const first = stepsOf(document).find(({ step }) => step.run)?.step.run;
    if (first && seen.size === 0) {
      yield {
        proof: `${scripts} scripts looked at: none of their ${expressions} expressions holds untrusted text`,
        range: { start: first.range.start, end: first.range.start },
      };
    }
  },
};

interface Dangerous {
  readonly expression: Expression;
  readonly taint: Taint;
  readonly grade: Grade;
}

const ORDER: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** The expressions of a script that untrusted text reaches, each with its worst source. */
function dangerous(expressions: readonly Expression[], place: Place): Dangerous[] {
  if (expressions.length === 0 || !place.step) return [];
  const active = activeEvents(place.document, place.job, place.step);
  return expressions.flatMap((expression) => {
    const graded = traceValue(nodeOf(expression), place).flatMap((taint) => {
      const grade = gradeOf(taint, active);
      if (!grade) return [];
      return [{ expression, taint, grade: taint.derived ? { ...grade, confidence: 'likely' as const } : grade }];
    });
    const rank = ({ grade }: Dangerous) => ORDER.indexOf(grade.severity) * 2 + Number(grade.confidence === 'certain');
    return graded.sort((a, b) => rank(b) - rank(a)).slice(0, 1);
  });
}

function nodeOf({ node, text }: Expression): ExpressionNode | undefined {
  const folded = foldIndexes(text);
  return folded === text ? node : (parseExpression(folded) ?? node);
}

/** How bad it is, by who writes the text and which events bring it here; undefined when it never gets here. */
function gradeOf({ control, events }: Taint, active: ActiveEvents): Grade | undefined {
  const supplied = active.events.filter(({ event }) => events.includes(event));
  if (control === 'caller') return { severity: 'medium', confidence: 'likely' };
  if (control === 'dispatcher') return { severity: 'low', confidence: 'likely' };
  if (control === 'structured') {
    return active.any || supplied.some((trigger) => !hasLiteralRefs(trigger))
      ? { severity: 'medium', confidence: 'likely' }
      : undefined;
  }
  if (active.insidersOnly) return { severity: 'medium', confidence: 'likely' };
  if (supplied.some(({ event }) => PRIVILEGED_EVENTS.has(event)))
    return { severity: 'critical', confidence: 'certain' };
  if (supplied.some(({ event }) => EXTERNAL_EVENTS.has(event))) return { severity: 'high', confidence: 'certain' };
  return { severity: active.any || supplied.length > 0 ? 'high' : 'medium', confidence: 'likely' };
}

/** More in one script is one finding: a person mends them together. */
const MAX_FOUND = 50;

function* problems(all: readonly Dangerous[], sink: string, place: Place, key: string): Generator<Observation> {
  const found = all.length > MAX_FOUND ? worstFirst(all).slice(0, MAX_FOUND) : all;
  // One object for all of them: each finding's fix is the same edits.
  const fix =
    usesBash(place) && found.length === all.length
      ? moveToEnv(
          place,
          found.map(({ expression }) => expression),
        )
      : undefined;
  if (found.length < all.length) yield rest(worstFirst(all).slice(MAX_FOUND), sink, key);
  for (const { expression, taint, grade } of found) {
    yield {
      range: expression.range,
      key: `${key}/${taint.source}`,
      ...grade,
      message: {
        what: `${quote(`\${{ ${expression.text} }}`)} is pasted into ${sink}${through(expression, taint)}, and ${WRITERS[taint.control]}.`,
        why: 'GitHub fills it in before the script is run: quotes, a semicolon or a command substitution in the text become code that runs with the token and secrets of this job.',
        remedy: 'Pass the value through `env:` and read the variable in the script, in double quotes.',
      },
      ...(taint.origin
        ? {
            related: [
              {
                path: place.document.path,
                side: place.document.side,
                range: taint.origin,
                message: `${taint.source} comes in here.`,
              },
            ],
          }
        : {}),
      ...(fix ? { fix } : {}),
    };
  }
}

function worstFirst(found: readonly Dangerous[]): Dangerous[] {
  return found.toSorted((a, b) => ORDER.indexOf(b.grade.severity) - ORDER.indexOf(a.grade.severity));
}

function rest(found: readonly Dangerous[], sink: string, key: string): Observation {
  const [first] = found;
  return {
    range: first?.expression.range ?? { start: 0, end: 0 },
    key: `${key}/further`,
    ...first?.grade,
    message: {
      what: `${found.length} further expressions with untrusted text are pasted into ${sink}.`,
      why: 'GitHub fills them in before the script is run: what others write becomes code.',
      remedy: 'Pass the values through `env:`.',
    },
  };
}

const WRITERS: Readonly<Record<Taint['control'], string>> = {
  full: 'people outside the project choose that text',
  structured: 'a name there may hold shell syntax such as `$(...)`',
  caller: 'any text can come from whoever uses it',
  dispatcher: 'any text can come from whoever starts the run',
};

function through({ text }: Expression, { source }: Taint): string {
  return text.toLowerCase().includes(source) ? '' : `, holds ${quote(source)}`;
}

/** Without `shell:`, Windows runners take PowerShell; a runner that an expression picks may be one. */
function usesBash({ document, job, step }: Place): boolean {
  const shell = step?.shell ?? job?.shell ?? (document.kind === 'workflow' ? document.view.shell : undefined);
  if (shell) return /^(bash|sh)\b/.test(shell);
  if (document.kind === 'action' || job?.runsOn?.type !== 'scalar') return false;
  return /^(ubuntu|macos)-[\w.-]+$/.test(job.runsOn.text);
}
