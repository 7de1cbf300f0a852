import { maskExpressions } from '../../../documents/shell/mask-expressions.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { FactRequest, Need, Range, RuleContext, ShellRemark } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { scriptPlace } from '../gates/script-place.ts';
import { stepShell } from '../gates/step-shell.ts';

type Subject = WorkflowDocument | ActionDocument;

export interface PlacedRemark {
  readonly remark: ShellRemark;
  /** Where it stands in the file; the whole script where that cannot be told. */
  readonly range: Range;
  /** Job, step, code and the text of the line. */
  readonly key: string;
  /** The remark as the first part of a message. */
  readonly what: string;
}

/** Asks for the scripts that the other side does not have, letter by letter. */
export function* lintNeeds(document: Subject, other?: Subject): Generator<Need> {
  const before = new Set(other ? scriptsOf(other).map(({ request }) => request.script) : []);
  for (const { request } of scriptsOf(document)) if (!before.has(request.script)) yield request;
}

/** What ShellCheck says of the scripts that it was asked about. */
export function* remarksOf(document: Subject, context: RuleContext): Generator<PlacedRemark> {
  if (context.project.facts.size === 0) return;
  for (const { request, run, key } of scriptsOf(document)) {
    const answer = context.fact(request);
    if (answer.state === 'unknown') continue;
    const lines = run.text.split('\n');
    // What an expression stands for may be the very part that is missing.
    const whole = !run.text.includes('${{');
    for (const remark of readRemarks(answer.value)) {
      if (!whole && remark.code < 2000) continue;
      const line = (lines[remark.line - 1] ?? '').trim();
      yield {
        remark,
        range: placeOf(document.source, run, lines, remark),
        key: `${key}/${remark.code}/${line}`,
        what: whatOf(remark, line),
      };
    }
  }
}

function whatOf({ code, message }: ShellRemark, line: string): string {
  return `ShellCheck (SC${code}) of ${quote(line)}: ${message.trim().replace(/[^.!?]$/, '$&.')}`;
}

interface Script {
  readonly request: Extract<FactRequest, { fact: 'shell-lint' }>;
  readonly run: YamlScalar;
  readonly key: string;
}

/** Both sides are asked for, by two rules. */
const known = new WeakMap<Subject, readonly Script[]>();

function scriptsOf(document: Subject): readonly Script[] {
  const found = known.get(document) ?? readScripts(document);
  known.set(document, found);
  return found;
}

function readScripts(document: Subject): readonly Script[] {
  return stepsOf(document).flatMap(({ step, job, key }) => {
    if (!step.run || stepShell(document, job, step).kind !== 'posix') return [];
    const written = step.shell ?? job?.shell ?? '';
    const shell = /^(\S*\/)?(da|a)?sh\b/.test(written) ? 'sh' : 'bash';
    return [
      { request: { fact: 'shell-lint', shell, script: maskExpressions(step.run.text).masked }, run: step.run, key },
    ];
  });
}

function readRemarks(json: string): readonly ShellRemark[] {
  try {
    const remarks: unknown = JSON.parse(json);
    return Array.isArray(remarks) ? (remarks as ShellRemark[]) : [];
  } catch {
    return [];
  }
}

function placeOf(source: string, run: YamlScalar, lines: readonly string[], remark: ShellRemark): Range {
  const start = scriptPlace(source, run, offsetOf(lines, remark.line, remark.column));
  const end = scriptPlace(source, run, offsetOf(lines, remark.endLine, remark.endColumn));
  return start === undefined || end === undefined || end < start ? run.range : { start, end };
}

function offsetOf(lines: readonly string[], line: number, column: number): number {
  return lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
}
