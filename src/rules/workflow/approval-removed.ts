import { sliceOf } from '../../documents/source-text.ts';
import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, scalarsBelow } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { deploySigns } from './gates/deploy-signs.ts';
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
    if (!base || !head) return;
    for (const pair of pairJobs(base, head)) {
      yield* environment(base, head, pair, context);
      yield* approvalJob(base, head, pair);
    }
  },
};

function* environment(
  base: WorkflowDocument,
  head: WorkflowDocument,
  { before, after }: JobPair,
  context: RuleContext,
): Generator<Observation> {
  const old = before.environment;
  if (!old || old.name.includes('${{') || !stillDeploys(before, after)) return;
  const now = after.environment;
  if (now) {
    if (PRODUCTION.test(old.name) && !PRODUCTION.test(now.name) && !now.name.includes('${{'))
      yield renamed(base, head, before, after);
    return;
  }
  const elsewhere = movedTo(head, after, old.name, context);
  if (elsewhere === 'unknown')
    yield {
      unverified: `${after.uses?.raw} could not be read: whether it uses the environment ${old.name} is not known`,
      range: after.idRange,
    };
  else if (!elsewhere) yield removed(base, head, before, after);
}

/** What deployed still does; where nothing was recognised, most of the steps are still there. */
function stillDeploys(before: Job, after: Job): boolean {
  if (deploySigns(before).length > 0) return deploySigns(after).length > 0;
  if (before.uses) return after.uses !== undefined;
  return before.steps.length > 0 && sharedSteps(before, after) * 2 >= before.steps.length;
}

/** The environment went to the called workflow, or to a job that this one waits for. */
function movedTo(head: WorkflowDocument, job: Job, name: string, context: RuleContext): boolean | 'unknown' {
  const asks = (one: Job) => one.environment?.name === name || one.environment?.name.includes('${{') === true;
  if ([...reachedNeeds(head, job)].some(asks)) return true;
  if (!job.uses) return false;
  const inputs = entryOf(job.node, 'with')?.value;
  if (
    [...scalarsBelow(inputs)].some(({ scalar, path }) => scalar.text === name || /environment/i.test(String(path[0])))
  )
    return true;
  const called = job.uses.kind === 'local' ? context.document(job.uses.path) : undefined;
  if (called?.kind !== 'workflow') return 'unknown';
  return (called as WorkflowDocument).view.jobs.some((one) => one.environment !== undefined);
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
      remedy: 'Put the environment back.',
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
  return sign ? `deploys with ${quote(sign)}` : 'does what it did';
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
  const asked = [...reachedNeeds(base, before)].filter(isApproval);
  const left = new Set([...reachedNeeds(head, after)].filter(isApproval).map(({ id }) => id));
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
