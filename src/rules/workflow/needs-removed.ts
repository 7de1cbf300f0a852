import { sliceOf } from '../../documents/source-text.ts';
import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { deploySigns, isDeployJob } from './gates/deploy-signs.ts';
import { gateOfJob } from './gates/gate-signs.ts';
import { scriptLines } from './gates/script-lines.ts';
import { counterpartOf } from './jobs/counterpart-of.ts';
import { type JobPair, pairJobs } from './jobs/pair-jobs.ts';
import { reachedNeeds } from './jobs/reached-needs.ts';
import { isPublishing } from './publishing/is-publishing.ts';

export const needsRemoved: Rule<WorkflowDocument> = {
  id: 'needs-removed',
  kinds: ['workflow'],
  title: 'A job no longer waits for a check',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(former, head, context) {
    if (!head) return;
    const base = former ?? counterpartOf(head, context);
    if (!base) return;
    const pairs = pairJobs(base, head);
    const headId = new Map(pairs.map(({ before, after }) => [before.id.toLowerCase(), after.id]));
    for (const pair of pairs) {
      // `gate-non-blocking` speaks of the jobs that deploy.
      if (deploysForSure(pair.before) && deploysForSure(pair.after)) continue;
      if (!lasts(pair.after)) continue;
      const gates = [...reachedNeeds(base, pair.before)]
        .filter((job) => isGate(base, job))
        .flatMap((job) => headId.get(job.id.toLowerCase()) ?? []);
      const reached = new Set([...reachedNeeds(head, pair.after)].map(({ id }) => id));
      const lost = gates.filter((id) => !reached.has(id) && id !== pair.after.id);
      if (lost.length > 0 && !isHeldLater(head, pair.after, lost)) yield problem(base, head, pair, lost);
    }
  },
};

function deploysForSure(job: Job): boolean {
  return isDeployJob(job) && (deploySigns(job).length > 0 || job.environment !== undefined);
}

const LASTING =
  /(^|[^a-z])(train\w*|register|promote|migrat\w*|push|publish|release|deploy\w*|upload|tag|sign|apply|backfill|materiali[sz]e|index|notarize|merge)([^a-z]|$)/i;

/** Leaves something behind that a failing check should have kept back. */
function lasts(job: Job): boolean {
  return isPublishing(job) || deploySigns(job).length > 0 || LASTING.test(job.id) || LASTING.test(job.name ?? '');
}

function isGate(document: WorkflowDocument, job: Job): boolean {
  const gate = gateOfJob(job, (step) =>
    step.run ? scriptLines(document.source, step.run).map(({ text }) => text) : [],
  );
  return gate !== undefined && gate !== 'build' && gate !== 'lint';
}

/** Every job that takes this one's result still waits for the checks: they only run side by side now. */
function isHeldLater(head: WorkflowDocument, job: Job, lost: readonly string[]): boolean {
  const after = head.view.jobs.filter((one) => [...reachedNeeds(head, one)].some(({ id }) => id === job.id));
  if (after.length === 0 || isPublishing(job)) return false;
  return after.every((one) => {
    const reached = new Set([...reachedNeeds(head, one)].map(({ id }) => id));
    return lost.every((id) => reached.has(id));
  });
}

function problem(
  base: WorkflowDocument,
  head: WorkflowDocument,
  { before, after }: JobPair,
  lost: readonly string[],
): Observation {
  const [old, now] = [entryOf(before.node, 'needs'), entryOf(after.node, 'needs')];
  const fix = restore(base, head, { before, after });
  return {
    range: now?.range ?? after.idRange,
    key: `${after.id}/needs`,
    message: {
      what: `${quote(after.id)} no longer waits for ${quoteAll(lost)}, which still ${lost.length === 1 ? 'runs' : 'run'}.`,
      why: 'What it leaves behind is there now even when the check beside it fails.',
      remedy: `Put ${quoteAll(lost)} back into its ${quote('needs')}.`,
    },
    ...(old ? { related: [{ path: base.path, side: 'base', range: old.range, message: 'It waited here.' }] } : {}),
    ...(fix ? { fix } : {}),
  };
}

/** As it was, where every job it needed is still there and nothing was added. */
function restore(base: WorkflowDocument, head: WorkflowDocument, { before, after }: JobPair): Fix | undefined {
  const [old, now] = [entryOf(before.node, 'needs'), entryOf(after.node, 'needs')];
  const ids = new Set(head.view.jobs.map(({ id }) => id));
  const had = new Set(before.needs.map(({ text }) => text));
  if (!old || !before.needs.every(({ text }) => ids.has(text)) || !after.needs.every(({ text }) => had.has(text)))
    return undefined;
  const flat = !sliceOf(base.source, old.range).includes('\n');
  if (now && !flat) return undefined;
  const edit = now
    ? { range: now.range, text: sliceOf(base.source, old.range).trimEnd() }
    : restoreEntry(base.source, old, before.node, head.source, after.node);
  return edit && { title: 'Wait for the check again', safety: 'safe', edits: [edit] };
}
