import type { Merge } from '../../local/merges-since.ts';
import { blockingFindings, openFindings } from '../../policy/gate.ts';
import { GATE_PRESETS } from '../../policy/gate-presets.ts';
import { DEFAULT_POLICY } from '../../policy/settings-schema.ts';
import type { Finding, Gate, Review } from '../../types.ts';
import type { Replayed } from './replay.ts';

/** What one gate would have done. */
export interface GatePreview {
  /** `safe`, `high`, `strict`, or `as set`. */
  readonly gate: string;
  readonly findings: number;
  /** By how many merges they would have stopped, most first. */
  readonly rules: readonly { readonly rule: string; readonly merges: number }[];
  readonly stopped: readonly (Merge & { readonly rules: readonly string[] })[];
}

export interface Preview {
  readonly since: string;
  readonly merges: number;
  /** Those that touch something that is reviewed. */
  readonly reviewed: number;
  /** Reviews that are not complete: where anything is enforced they ask for a look. */
  readonly incomplete: number;
  /** What all of them introduced. */
  readonly findings: number;
  /** On lines, in the modes `advise` and `enforce`. */
  readonly comments: number;
  readonly seconds: number;
  readonly gates: readonly GatePreview[];
}

/** Counts what each gate would have stopped, and what the settings as they are would have. */
export function previewResult(
  replayed: readonly Replayed[],
  told: { readonly since: Date; readonly seconds: number },
): Preview {
  const reviews = replayed.flatMap(({ review }) => review ?? []);
  const sum = (count: (review: Review) => number) => reviews.reduce((total, review) => total + count(review), 0);
  return {
    since: told.since.toISOString(),
    merges: replayed.length,
    reviewed: reviews.length,
    incomplete: reviews.filter(({ incomplete }) => incomplete.length > 0).length,
    findings: sum(({ findings }) => openFindings(findings).length),
    comments: sum(({ comments }) => comments.length),
    seconds: told.seconds,
    gates: [
      ...Object.entries(GATE_PRESETS).map(([name, gate]) => gatePreview(name, replayed, stoppedBy(gate))),
      gatePreview('as set', replayed, ({ findings, blocking }) =>
        openFindings(findings).filter(({ fingerprint }) => blocking.includes(fingerprint)),
      ),
    ],
  };
}

/** This gate for everything, whatever scopes and personas say. */
function stoppedBy(gate: Gate): (review: Review) => readonly Finding[] {
  const policy = { ...DEFAULT_POLICY, gate };
  return ({ findings }) => {
    const blocking = new Set(blockingFindings(findings, policy, () => []).blocking);
    return openFindings(findings).filter(({ fingerprint }) => blocking.has(fingerprint));
  };
}

function gatePreview(
  gate: string,
  replayed: readonly Replayed[],
  stopping: (review: Review) => readonly Finding[],
): GatePreview {
  let findings = 0;
  const merges = new Map<string, number>();
  const stopped = replayed.flatMap(({ merge, review }) => {
    const own = review ? stopping(review) : [];
    const rules = [...new Set(own.map(({ rule }) => rule))].sort();
    findings += own.length;
    for (const rule of rules) merges.set(rule, (merges.get(rule) ?? 0) + 1);
    return own.length > 0 ? [{ ...merge, rules }] : [];
  });
  const rules = [...merges].map(([rule, count]) => ({ rule, merges: count }));
  return { gate, findings, stopped, rules: rules.sort((a, b) => b.merges - a.merges || (a.rule < b.rule ? -1 : 1)) };
}
