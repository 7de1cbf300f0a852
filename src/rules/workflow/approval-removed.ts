import { shellScript } from '../../documents/shell/script-commands.ts';
import { sliceOf } from '../../documents/source-text.ts';
import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, isTrue } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { deploySigns, isDeployJob } from './gates/deploy-signs.ts';
import { type FreedDeployment, freedDeployment } from './gates/freed-deployment.ts';
import { isEmptyScript } from './gates/gate-commands.ts';
import { environmentName, isSame, mentions, protectedElsewhere } from './gates/protections.ts';
import { runsAnyway } from './gates/runs-anyway.ts';
import { counterpartOf, isWorkflow } from './jobs/counterpart-of.ts';
import { type JobPair, pairJobs, sharedSteps } from './jobs/pair-jobs.ts';
import { reachedNeeds } from './jobs/reached-needs.ts';

/** Environments that serve real users, by how people call them. */
const PRODUCTION = /(^|[^a-z])(prod|production|prd|live|main|release|public|pypi|npm|registry)([^a-z]|$)/i;
const APPROVAL = /approv|sign[-_ ]?off|manual|confirm|go[-_ ]?no[-_ ]?go/i;
const APPROVAL_ACTIONS = /^(trstringer\/manual-approval|.*\/[\w-]*approval[\w-]*$)/i;

export const approvalRemoved: Rule<WorkflowDocument> = {
  id: 'approval-removed',
  kinds: ['workflow'],
  title: 'A deployment lost its approval',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs(document) {
    for (const { uses } of document.view.jobs) if (uses?.kind === 'local') yield { path: uses.path };
  },

  *compare(base, head, context) {
    // A workflow that is gone is looked for from what came in its place.
    if (!head) return;
    const before = base ?? counterpartOf(head, context);
    const said = new Set<Job>();
    for (const pair of before ? pairJobs(before, head) : []) {
      if (!before) continue;
      const found = [...environment(before, head, pair, context), ...approvalJob(before, head, pair)];
      if (found.length > 0 || wasFree(pair)) said.add(pair.after);
      yield* found;
    }
    for (const job of head.view.jobs) {
      const freed = said.has(job) || job.environment ? undefined : freedDeployment(head, job, context);
      if (freed) yield elsewhere(job, freed);
    }
  },
};

/** It deployed without an environment before, as it does now. */
function wasFree({ before, after }: JobPair): boolean {
  const signs = deploySigns(after);
  return (
    before.environment === undefined && signs.length > 0 && signs.every((sign) => deploySigns(before).includes(sign))
  );
}

function* environment(
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
  if (old === undefined || isSame(old, now) || !PRODUCTION.test(old)) return;
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
  if (!PRODUCTION.test(now) || !isKnown) yield renamed(base, head, before, after);
}

/** What deployed still does; where nothing was recognised, most of the steps are still there. */
function stillDeploys(before: Job, after: Job): boolean {
  if (deploySigns(before).length > 0)
    return deploySigns(after).length > 0 || (isDeployJob(after) && after.steps.some(isWork));
  if (before.uses) return after.uses !== undefined;
  return before.steps.length > 0 && sharedSteps(before, after) * 2 >= before.steps.length;
}

/** A script that does something, if only through another one. */
function isWork({ run }: Step): boolean {
  return run !== undefined && !isEmptyScript(shellScript(run));
}

/** The same deployment in a job that nothing stands in front of. */
function elsewhere(job: Job, { document, job: old, environment: name, isSame, isGone }: FreedDeployment): Observation {
  return {
    range: job.idRange,
    key: `${job.id}/environment`,
    severity: PRODUCTION.test(name) ? 'high' : 'medium',
    confidence: PRODUCTION.test(name) && isSame && isGone ? 'certain' : 'likely',
    message: {
      what: `${quote(job.id)} ${describe(job)} without an environment; on the base ${quote(old.id)} ${isSame ? 'did the same' : 'deployed like that'} in ${quote(name)}.`,
      why: 'The reviewers, wait times, branch limits and secrets of the environment do not apply to this job: it deploys at once.',
      remedy: `Give it the environment ${quote(name)} too.`,
    },
    related: [
      { path: document.path, side: 'base', range: old.environment?.range ?? old.idRange, message: 'It waited here.' },
    ],
  };
}

function removed(base: WorkflowDocument, head: WorkflowDocument, before: Job, after: Job): Observation {
  const name = before.environment?.name ?? '';
  const fix = restore(base, head, before, after);
  return {
    range: after.idRange,
    key: `${after.id}/environment`,
    severity: PRODUCTION.test(name) ? 'high' : 'medium',
    confidence: PRODUCTION.test(name) && deploySigns(after).length > 0 ? 'certain' : 'likely',
    message: {
      what: `${quote(after.id)} no longer runs in the environment ${quote(name)}, but still ${describe(after)}.`,
      why: 'The reviewers, wait times, branch limits and secrets of the environment do not apply any more: it deploys at once.',
      remedy: 'Put the environment back, and let nothing run the job when the approval was refused.',
    },
    ...(before.environment
      ? {
          related: [
            {
              path: base.path,
              side: 'base',
              range: before.environment.range,
              message: 'The environment was set here.',
            },
          ],
        }
      : {}),
    ...(fix ? { fix } : {}),
  };
}

function describe(job: Job): string {
  const [sign] = deploySigns(job);
  return sign ? `deploys with ${quote(sign)}` : isDeployJob(job) ? 'seems to deploy' : 'does what it did';
}

function restore(base: WorkflowDocument, head: WorkflowDocument, before: Job, after: Job): Fix | undefined {
  const entry = entryOf(before.node, 'environment');
  const edit = entry && restoreEntry(base.source, entry, before.node, head.source, after.node);
  return edit && { title: 'Restore the environment', safety: 'safe', edits: [edit] };
}

function renamed(base: WorkflowDocument, head: WorkflowDocument, before: Job, after: Job): Observation {
  const [old, now] = [before.environment, after.environment];
  return {
    path: head.path,
    range: now?.range ?? after.idRange,
    key: `${after.id}/environment`,
    confidence: 'likely',
    message: {
      what: `${quote(after.id)} went from the environment ${quote(old?.name ?? '')} to ${quote(now?.name ?? '')} and still ${describe(after)}.`,
      why: `What protects ${quote(old?.name ?? '')}, such as required reviewers, does not guard this job any more.`,
      remedy: 'Keep the protected environment, or show that this job no longer reaches production.',
    },
    ...(old
      ? { related: [{ path: base.path, side: 'base', range: old.range, message: 'It was this environment.' }] }
      : {}),
    ...(old && now
      ? {
          fix: {
            title: `Return to ${old.name}`,
            safety: 'review',
            edits: [{ range: now.range, text: sliceOf(base.source, old.range).trimEnd() }],
          },
        }
      : {}),
  };
}

/** A job that only asks somebody, and that this one no longer waits for. */
function* approvalJob(
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
      what: `${quote(after.id)} no longer waits for ${quote(lost.id)}, but still ${describe(after)}.`,
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
