import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Observation } from '../../../types.ts';
import { quote, quoteAll } from '../../quote.ts';
import { pairJobs } from '../jobs/pair-jobs.ts';
import { reachedNeeds } from '../jobs/reached-needs.ts';
import { deploySigns, isDeployJob } from './deploy-signs.ts';
import { gateOfJob } from './gate-signs.ts';
import { runsAnyway } from './runs-anyway.ts';
import { scriptLines } from './script-lines.ts';

/** Deploy jobs that no longer wait for a gate that still runs, or that now run although it failed. */
export function* deployWithoutGate(base: WorkflowDocument, head: WorkflowDocument): Generator<Observation> {
  const pairs = pairJobs(base, head);
  const headId = new Map(pairs.map(({ before, after }) => [before.id.toLowerCase(), after.id]));
  for (const { before, after } of pairs) {
    if (!deploys(before) || !deploys(after)) continue;
    const gates = [...reachedNeeds(base, before)]
      .filter((job) => isGate(base, job))
      .flatMap((job) => headId.get(job.id.toLowerCase()) ?? []);
    const reached = new Set([...reachedNeeds(head, after)].map(({ id }) => id));
    const lost = gates.filter((id) => !reached.has(id));
    if (lost.length > 0) yield noLongerWaits(after, lost, head);
    else if (gates.length > 0 && runsAnyway(after) && !runsAnyway(before)) yield anyway(after, gates, head);
  }
}

function deploys(job: Job): boolean {
  return isDeployJob(job) && (deploySigns(job).length > 0 || job.environment !== undefined);
}

function isGate(document: WorkflowDocument, job: Job): boolean {
  const gate = gateOfJob(job, (step) =>
    step.run ? scriptLines(document.source, step.run).map(({ text }) => text) : [],
  );
  return gate !== undefined && gate !== 'build';
}

function noLongerWaits(job: Job, lost: readonly string[], head: WorkflowDocument): Observation {
  const entry = entryOf(job.node, 'needs');
  return {
    path: head.path,
    range: entry?.range ?? job.idRange,
    key: `${job.id}/needs`,
    confidence: 'likely',
    message: {
      what: `${quote(job.id)} no longer waits for ${quoteAll(lost)}, which still ${lost.length === 1 ? 'runs' : 'run'}.`,
      why: 'It deploys now even while the check fails beside it.',
      remedy: `Put ${quoteAll(lost)} back into its ${quote('needs')}.`,
    },
  };
}

function anyway(job: Job, gates: readonly string[], head: WorkflowDocument): Observation {
  const condition = job.if;
  return {
    path: head.path,
    range: condition?.range ?? job.idRange,
    key: `${job.id}/if`,
    confidence: 'likely',
    message: {
      what: `${quote(`if: ${condition?.text ?? ''}`)} starts ${quote(job.id)} also when ${quoteAll(gates)} failed.`,
      why: 'A status function in the condition replaces the rule that everything a job needs must have succeeded.',
      remedy: 'Drop it, or also ask for the result of each check it needs.',
    },
  };
}
