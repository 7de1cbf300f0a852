import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, isTrue } from '../../../documents/yaml/yaml-node.ts';
import type { Observation } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { deploySigns } from '../gates/deploy-signs.ts';
import { runsAnyway } from '../gates/runs-anyway.ts';
import type { JobPair } from '../jobs/pair-jobs.ts';
import { reachedNeeds } from '../jobs/reached-needs.ts';
import { describeDeployment, stillDeploys } from './still-deploys.ts';

const APPROVAL = /approv|sign[-_ ]?off|manual|confirm|go[-_ ]?no[-_ ]?go/i;
const APPROVAL_ACTIONS = /^(trstringer\/manual-approval|.*\/[\w-]*approval[\w-]*$)/i;

/** A job that only asks somebody, and that this one no longer waits for. */
export function* approvalJob(
  base: WorkflowDocument,
  head: WorkflowDocument,
  { before, after }: JobPair,
): Generator<Observation> {
  if (!stillDeploys(before, after) || after.environment !== undefined) return;
  const asked = [...reachedNeeds(base, before)].filter((one) => isApproval(one) && !runsAnyway(before, one.id));
  const counts = (one: Job) => isApproval(one) && !runsAnyway(after, one.id) && !isTrue(one.continueOnError);
  const left = new Set([...reachedNeeds(head, after)].filter(counts).map(({ id }) => id));
  const [lost] = asked.filter(({ id }) => !left.has(id));
  if (!lost || left.size > 0) return;
  const needs = entryOf(after.node, 'needs');
  yield {
    range: needs?.range ?? after.idRange,
    key: `${after.id}/needs`,
    confidence: deploySigns(after).length > 0 ? 'certain' : 'likely',
    message: {
      what: `${quote(after.id)} no longer waits for ${quote(lost.id)}, but still ${describeDeployment(after)}.`,
      why: 'Nobody is asked any more before it deploys.',
      remedy: `Let it need ${quote(lost.id)} again, or give it an environment with required reviewers.`,
    },
    related: [{ path: base.path, side: 'base', range: lost.idRange, message: 'This job asked for approval.' }],
  };
}

function isApproval(job: Job): boolean {
  const acts = job.steps.some(({ uses }) => uses !== undefined && APPROVAL_ACTIONS.test(uses.repository));
  return acts || ((APPROVAL.test(job.id) || APPROVAL.test(job.name ?? '')) && deploySigns(job).length === 0);
}
