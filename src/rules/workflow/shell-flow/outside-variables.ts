import { expressionsIn } from '../../../documents/workflow/expression.ts';
import type { Severity } from '../../../types.ts';
import type { ActiveEvents } from '../injection/active-events.ts';
import { activeEvents } from '../injection/active-events.ts';
import { gradeOf } from '../injection/dangerous-expressions.ts';
import type { Place, Taint } from '../injection/trace-value.ts';
import { environmentEntry, traceValue } from '../injection/trace-value.ts';
import { untrustedContext } from '../injection/untrusted-contexts.ts';
import { apiScript } from '../script-flow/api-scripts.ts';
import { exportedNames } from '../script-flow/script-outputs.ts';

/** A variable of a script that holds what somebody outside the project wrote. */
export interface OutsideVariable {
  readonly name: string;
  /** The context it comes from. */
  readonly source: string;
  /** The text can hold line breaks. */
  readonly manyLines: boolean;
  /** A pipe of the script went over it. */
  readonly filtered: boolean;
  /** How bad it is that this text gets here. */
  readonly severity: Severity;
}

/** Bodies, messages and descriptions; titles, names of branches and of people are one line. */
const MANY_LINES =
  /(body|message|description|\.from)$|^github\.event(\.(issue|comment|pull_request|review|discussion))?$/;

/** The environment variables of a step that outsiders fill, under the events that reach it. */
export function outsideVariables(place: Place): OutsideVariable[] {
  const { document, job, step } = place;
  if (!step || (document.kind === 'workflow' && !document.source.includes('github.'))) return [];
  const maps = [step.env, job?.env, document.kind === 'workflow' ? document.view.env : undefined];
  const given = maps.flatMap((map) => map?.entries.map(({ key }) => key.text) ?? []);
  const names = new Set([...given, ...exportedBefore(place)]);
  const used = [...names].filter((name) => step.run?.text.includes(name));
  const usesHead = step.run?.text.includes('GITHUB_HEAD_REF');
  if (used.length === 0 && !usesHead) return [];
  const active = activeEvents(document, job, step);
  return [...used.flatMap((name) => ofName(name, place, active)), ...(usesHead ? ofHead(active) : [])];
}

/** The variables that scripts of earlier steps set for this one. */
function exportedBefore({ document, job, step }: Place): string[] {
  if (!document.source.includes('exportVariable')) return [];
  const earlier = (job?.steps ?? []).filter(({ index }) => index < (step?.index ?? 0));
  return earlier.flatMap((one) => {
    const script = apiScript(one, document.source);
    return script ? exportedNames(script) : [];
  });
}

function ofName(name: string, place: Place, active: ActiveEvents): OutsideVariable[] {
  const entry = environmentEntry(name, place);
  if (entry && (entry.value.type !== 'scalar' || entry.key.text !== name)) return [];
  const taints =
    entry?.value.type === 'scalar'
      ? expressionsIn(place.document.source, entry.value).flatMap(({ node }) => traceValue(node, place))
      : traceValue({ kind: 'context', path: ['env', name.toLowerCase()] }, place);
  return taints.flatMap((taint) => outsideVariable(name, taint, active) ?? []).slice(0, 1);
}

function ofHead(active: ActiveEvents): OutsideVariable[] {
  const taint = untrustedContext(['github', 'head_ref'], false);
  const found = taint && outsideVariable('GITHUB_HEAD_REF', { ...taint, source: 'github.head_ref' }, active);
  return found ? [found] : [];
}

/** What a variable of that name holds of an outsider, under the events that reach the step. */
export function outsideVariable(
  name: string,
  taint: Pick<Taint, 'control' | 'events' | 'source'>,
  active: ActiveEvents,
): OutsideVariable | undefined {
  const grade = taint.control === 'full' ? gradeOf(taint, active) : undefined;
  // Unknown callers may pass nothing of an outsider at all.
  const reaches = active.events.some(({ event }) => taint.events.includes(event));
  if (!grade || !reaches || active.insidersOnly) return undefined;
  const manyLines = MANY_LINES.test(taint.source);
  return { name, source: taint.source, manyLines, filtered: false, severity: grade.severity };
}
