import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { insertArgument } from './seeds/insert-argument.ts';
import { isTestPath, type PythonSource, pythonUnits } from './seeds/python-unit.ts';
import { type RetrySetting, retryOwners, retrySettings } from './steps/retry-settings.ts';
import { usesOrchestrator } from './steps/step-functions.ts';
import { fewerRetries } from './steps/task-retries.ts';

export const retriesRemoved: Rule<PythonSource | KubeflowDocument> = {
  id: 'retries-removed',
  kinds: ['python', 'kubeflow'],
  title: 'A step is retried less often',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,
  supersedes: ['airflow-no-retries', 'kfp-no-retries'],

  *compare(base, head) {
    if (!base || !head || isTestPath(head.path)) return;
    if (base.kind === 'kubeflow' || head.kind === 'kubeflow') {
      if (base.kind === 'kubeflow' && head.kind === 'kubeflow') yield* fewerRetries(base, head);
      return;
    }
    const units = pythonUnits(head);
    if (!units.some(({ view }) => usesOrchestrator(view))) return;
    const before = pythonUnits(base).flatMap(retrySettings);
    const after = units.flatMap(retrySettings);
    const owners = new Set(units.flatMap((unit) => [...retryOwners(unit)]));
    // Set where it was not: what is gone elsewhere was most likely moved there.
    const gained = after.filter(({ owner }) => !before.some((one) => one.owner === owner)).length;
    for (const old of before) {
      const now = after.find(({ owner }) => owner === old.owner);
      if (now) yield* lowered(old, now, base);
      else if (gained === 0 && owners.has(old.owner) && old.count !== 0) yield removed(old, base, head);
    }
  },
};

const WHY = 'One dropped connection now fails the run, where until now it was tried again.';

function keyOf({ owner }: RetrySetting): string {
  return owner.startsWith('dag ') ? owner.slice(4) : owner;
}

function* lowered(old: RetrySetting, now: RetrySetting, base: PythonSource): Generator<Observation> {
  if (old.count === undefined || now.count === undefined || now.count >= old.count) return;
  const text = old.unit.source.slice(old.value.start, old.value.end);
  const given = now.unit.source.slice(now.value.start, now.value.end);
  const literal = /^\d+$/.test(text) && /^\d+$/.test(given);
  yield {
    range: now.unit.toFileRange(now.range),
    key: keyOf(old),
    severity: now.count === 0 ? 'medium' : 'low',
    message: {
      what: `${quote(old.label)} is retried ${quote(String(now.count))} times instead of ${quote(String(old.count))}.`,
      why: now.count === 0 ? WHY : 'It gives up sooner when a service it calls is away for a while.',
      remedy: `Go back to ${quote(text)}, or say in the pull request why a retry does harm here.`,
    },
    related: [
      { path: base.path, side: 'base', range: old.unit.toFileRange(old.range), message: `It was ${quote(text)}.` },
    ],
    ...(literal
      ? {
          fix: {
            title: `Go back to ${text} retries`,
            safety: 'safe' as const,
            edits: [{ range: now.unit.toFileRange(now.value), text }],
          },
        }
      : {}),
  };
}

function removed(old: RetrySetting, base: PythonSource, head: PythonSource): Observation {
  const fix = restore(old, base, head);
  return {
    side: 'base',
    range: old.unit.toFileRange(old.range),
    key: keyOf(old),
    message: {
      what: `${quote(old.text)} is gone from ${quote(old.label)}.`,
      why: WHY,
      remedy: 'Put it back, or say in the pull request why a retry does harm here.',
    },
    ...(fix ? { fix } : {}),
  };
}

function restore(old: RetrySetting, base: PythonSource, head: PythonSource): Fix | undefined {
  const lineStart = base.source.lastIndexOf('\n', old.range.start) + 1;
  const lineEnd = base.source.indexOf('\n', old.range.end);
  const rest = base.source.slice(old.range.end, lineEnd < 0 ? undefined : lineEnd);
  const ownLine = base.source.slice(lineStart, old.range.start).trim() === '' && /^,?\s*(#.*)?$/.test(rest);
  const title = `Restore ${old.text}`.slice(0, 80);
  if (ownLine) {
    const edit = restoreLines(base.source, old.range, head.source);
    return edit && { title, safety: 'safe', edits: [edit] };
  }
  const unit = pythonUnits(head)[0];
  const call = unit?.view.calls.find(
    ({ callee, functionName, ordinal }) =>
      callee === old.call?.callee && functionName === old.call.functionName && ordinal === old.call.ordinal,
  );
  const edit = unit && call && insertArgument(unit, call, old.text);
  return edit && { title, safety: 'safe', edits: [edit] };
}
