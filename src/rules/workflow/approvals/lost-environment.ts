import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Observation, RuleContext } from '../../../types.ts';
import { environmentName, isSame, mentions, protectedElsewhere } from '../gates/protections.ts';
import { isWorkflow } from '../jobs/counterpart-of.ts';
import type { JobPair } from '../jobs/pair-jobs.ts';
import { removed, renamed } from './environment-problems.ts';
import { isProduction } from './is-production.ts';
import { stillDeploys } from './still-deploys.ts';

/** A job that deployed in an environment, and does so without it or in another one. */
export function* lostEnvironment(
  base: WorkflowDocument,
  head: WorkflowDocument,
  { before, after }: JobPair,
  context: RuleContext,
): Generator<Observation> {
  const old = environmentName(before);
  if (old === '' || !stillDeploys(before, after)) return;
  const now = environmentName(after);
  if (after.environment?.name === before.environment?.name) return;
  if (now !== '') {
    yield* another(base, head, { before, after }, context);
    return;
  }
  const found = old === undefined ? false : protectedElsewhere(head, after, old, context);
  if (found === 'unknown')
    yield {
      unverified: `whether ${after.id} still waits for the environment ${old} could not be told: ${after.uses ? `${after.uses.raw} was not read, or does not say` : 'another name is decided in the run'}`,
      range: after.idRange,
    };
  else if (!found) yield removed(base, head, before, after);
}

/** Another environment: one that nobody has set up protects nothing. */
function* another(
  base: WorkflowDocument,
  head: WorkflowDocument,
  { before, after }: JobPair,
  context: RuleContext,
): Generator<Observation> {
  const [old, now] = [environmentName(before), environmentName(after)];
  const written = after.environment?.name ?? '';
  if (old === undefined || isSame(old, now) || !isProduction(old)) return;
  if (now === undefined) {
    if (!mentions(written, old))
      yield {
        unverified: `the environment of ${after.id} is decided in the run by ${written}: whether it is still ${old} is not known`,
        range: after.environment?.range ?? after.idRange,
      };
    return;
  }
  const isKnown = [...context.project.base.documents.values()]
    .filter(isWorkflow)
    .some((document) => document.view.jobs.some((job) => isSame(environmentName(job), now)));
  if (!isProduction(now) || !isKnown) yield renamed(base, head, before, after);
}
