import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, type YamlEntry, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { pairJobs, pairSteps } from './jobs/pair-jobs.ts';

const KEY = 'timeout-minutes';
/** So much longer that it hardly limits any more. */
const FACTOR = 4;

export const timeoutRemoved: Rule<WorkflowDocument> = {
  id: 'timeout-removed',
  kinds: ['workflow'],
  title: 'A time limit is gone',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,
  supersedes: ['missing-timeout'],

  *compare(base, head) {
    if (!base || !head) return;
    for (const { before, after } of pairJobs(base, head)) {
      if (after.uses) continue;
      yield* limit(base, head, {
        before: before.node,
        after: after.node,
        key: after.id,
        name: after.id,
        kept: after.steps.every(hasLimit),
        place: after.idRange,
      });
      for (const pair of pairSteps(before.steps, after.steps)) {
        yield* limit(base, head, {
          before: pair.before.node,
          after: pair.after.node,
          key: `${after.id}/${pair.after.key}`,
          name: pair.after.name ?? pair.after.key,
          kept: isTighter(after, pair.before),
          place: (pair.after.node.entries[0]?.key ?? pair.after.node).range,
        });
      }
    }
  },
};

interface Pair {
  readonly before: YamlMap;
  readonly after: YamlMap;
  readonly key: string;
  readonly name: string;
  /** Another level limits it now. */
  readonly kept: boolean;
  readonly place: YamlMap['range'];
}

function* limit(base: WorkflowDocument, head: WorkflowDocument, pair: Pair): Generator<Observation> {
  const [old, now] = [entryOf(pair.before, KEY), entryOf(pair.after, KEY)];
  const before = minutes(old);
  if (!old || pair.kept || (now && minutes(now) === undefined)) return;
  const after = minutes(now);
  if (now && (before === undefined || after === undefined || after < before * FACTOR || after <= 60)) return;
  const edit = now
    ? { range: now.value.range, text: textOf(old) }
    : restoreEntry(base.source, old, pair.before, head.source, pair.after);
  yield {
    range: now?.range ?? pair.place,
    key: `${pair.key}/timeout`,
    ...(now ? { severity: 'low' } : {}),
    message: {
      what: now
        ? `The limit of ${quote(pair.name)} went from ${textOf(old)} to ${after} minutes.`
        : `${quote(pair.name)} lost its limit of ${textOf(old)} minutes.`,
      why: `When it hangs it now holds a runner, and everything that waits for it, for ${now ? `${after} minutes` : 'six hours'}.`,
      remedy: now ? 'Raise it to two or three times what the job takes.' : 'Put the limit back.',
    },
    related: [{ path: base.path, side: 'base', range: old.range, message: 'The limit stood here.' }],
    ...(edit ? { fix: { title: 'Restore the limit', safety: 'safe', edits: [edit] } } : {}),
  };
}

function minutes(entry: YamlEntry | undefined): number | undefined {
  return entry?.value.type === 'scalar' && typeof entry.value.value === 'number' ? entry.value.value : undefined;
}

function textOf({ value }: YamlEntry): string {
  return value.type === 'scalar' ? value.text : '';
}

function hasLimit(step: Step): boolean {
  return entryOf(step.node, KEY) !== undefined;
}

/** The job's own limit is not longer than the one that the step had. */
function isTighter(job: Job, before: Step): boolean {
  const whole = minutes(entryOf(job.node, KEY));
  return whole !== undefined && whole <= (minutes(entryOf(before.node, KEY)) ?? whole) * FACTOR;
}
