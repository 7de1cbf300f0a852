import { sliceOf } from '../../documents/source-text.ts';
import type { Job } from '../../documents/workflow/job.ts';
import {
  type AccessLevel,
  isWider,
  levelUnder,
  type PermissionScope,
  type Permissions,
} from '../../documents/workflow/permissions.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Problem, Range, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { counterpartOf } from './jobs/counterpart-of.ts';
import { pairJobs } from './jobs/pair-jobs.ts';

/** Scopes whose write access lets a workflow change code, releases, packages or identities. */
const POWERFUL = new Set([
  'contents',
  'actions',
  'packages',
  'id-token',
  'deployments',
  'pull-requests',
  'pages',
  'attestations',
]);

export const permissionsWidened: Rule<WorkflowDocument> = {
  id: 'permissions-widened',
  kinds: ['workflow'],
  title: 'Token permissions were widened',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,
  supersedes: ['excessive-permissions', 'permissions-missing', 'unneeded-permission'],

  *compare(base, head, context) {
    if (!head) return;
    const before = base ?? counterpartOf(head, context);
    if (!before) return;
    for (const one of compareWorkflows(before, head))
      yield 'message' in one && one.side === 'base' ? { ...one, path: before.path } : one;
  },
};

function* compareWorkflows(base: WorkflowDocument, head: WorkflowDocument): Generator<Observation> {
  yield* compareBlocks(base.view.permissions, head.view.permissions, '');
  if (base.view.permissions && !head.view.permissions) yield* removed(base, head);
  const before = new Map(pairJobs(base, head).map((pair) => [pair.after, pair.before]));
  for (const job of head.view.jobs) {
    const old = before.get(job);
    if (!old) yield* newJob(base, job);
    else if (job.permissions) yield* compareBlocks(old.permissions ?? base.view.permissions, job.permissions, job.id);
    else if (old.permissions) yield* ownBlockGone(base, head, old, job);
  }
}

/** A job without a past: what it may write and nothing in the workflow could before. */
function* newJob({ view }: WorkflowDocument, job: Job): Generator<Observation> {
  const blocks = [view.permissions, ...view.jobs.map((one) => one.permissions)].filter((one) => one !== undefined);
  const after = job.permissions;
  // Without a block for the whole workflow the token may have had everything but an identity.
  const mayAsk = (scope: string) => view.permissions !== undefined || scope === 'id-token';
  if (!after) return;
  const canWrite = (scope: string) => blocks.some((block) => levelUnder(block, scope) === 'write');
  if (after.all === 'write' && view.permissions && !blocks.some(({ all }) => all === 'write'))
    yield { ...everything(after, job.id), confidence: 'likely' };
  for (const scope of after.scopes) {
    const isNew = scope.level === 'write' && POWERFUL.has(scope.scope) && mayAsk(scope.scope) && !canWrite(scope.scope);
    if (isNew) yield granted(scope, job.id);
  }
}

function granted({ scope, range }: PermissionScope, id: string): Problem {
  return {
    range,
    key: `${id}/${scope}`,
    // A new job that releases or deploys has to; whether this one does, its reviewers can tell.
    severity: 'medium',
    confidence: 'likely',
    message: {
      what: `The new job ${quote(id)} may write ${quote(scope)}, which no job of this workflow could before.`,
      why: 'Every step of the job, third-party actions included, can write there.',
      remedy: 'Say in the pull request which step needs it, or leave it out.',
    },
  };
}

function* compareBlocks(
  before: Permissions | undefined,
  after: Permissions | undefined,
  key: string,
): Generator<Observation> {
  if (!before || !after) return;
  if (after.all === 'write' && before.all !== 'write') yield everything(after, key);
  for (const scope of after.scopes) {
    const old = levelUnder(before, scope.scope);
    if (scope.level === 'write' && isWider(scope.level, old)) yield widened(scope, old, key);
  }
}

function widened(scope: PermissionScope, old: AccessLevel, key: string): Observation {
  const text = old === 'none' ? undefined : old;
  return {
    range: scope.range,
    key: `${key}/${scope.scope}`,
    severity: POWERFUL.has(scope.scope) ? 'high' : 'medium',
    message: {
      what: `${quote(scope.scope)} went from ${old} to ${quote(scope.level)}${key ? ` for the job ${quote(key)}` : ' for every job of the workflow'}.`,
      why: 'Every step that runs with this token, third-party actions included, can now write there.',
      remedy: key
        ? 'Give it back, or say in the pull request which step needs it.'
        : 'Give it back, or grant it only to the job that needs it.',
    },
    ...(text
      ? {
          fix: {
            title: `Give ${scope.scope} only ${text} access`,
            safety: 'review',
            edits: [{ range: scope.levelRange, text }],
          },
        }
      : {}),
  };
}

function everything(after: Permissions, key: string): Problem {
  return {
    range: after.range,
    key: `${key}/write-all`,
    message: {
      what: `The token went to ${quote('write-all')}${key ? ` in the job ${quote(key)}` : ''}.`,
      why: 'Every step, third-party actions included, can now change code, releases, packages and settings of this repository.',
      remedy: 'List only the scopes that the steps need.',
    },
  };
}

/** Without a block the token gets the repository's default, which may be to write everything. */
function* removed(base: WorkflowDocument, head: WorkflowDocument): Generator<Observation> {
  const entry = base.view.root.entries.find(({ key }) => key.text === 'permissions');
  const bare = head.view.jobs.filter((job) => !job.permissions);
  if (!entry || bare.length === 0 || base.view.permissions?.all === 'write') return;
  yield {
    side: 'base',
    range: entry.range,
    key: '',
    message: {
      what: `The ${quote('permissions')} of the workflow are gone, and ${bare.length === 1 ? 'one job has' : `${bare.length} jobs have`} none of their own.`,
      why: 'The token now gets the default of the repository or organisation, which can be write access to everything.',
      remedy: 'Restore the block.',
    },
    fix: restore(base, entry.range, head),
  };
}

/** A job without its own block gets what the workflow has, or the default. */
function* ownBlockGone(
  base: WorkflowDocument,
  head: WorkflowDocument,
  before: Job,
  after: Job,
): Generator<Observation> {
  const entry = entryOf(before.node, 'permissions');
  const [own, whole] = [before.permissions, head.view.permissions];
  if (!entry || !own || own.all === 'write') return;
  const gained =
    whole?.all === 'write'
      ? ['write-all']
      : (whole?.scopes ?? [])
          .filter(({ scope, level }) => level === 'write' && isWider(level, levelUnder(own, scope)))
          .map(({ scope }) => `${scope}: write`);
  // Where the block of the whole workflow went as well, that is said already.
  if ((whole && gained.length === 0) || (!whole && base.view.permissions)) return;
  const edit = restoreEntry(base.source, entry, before.node, head.source, after.node);
  yield {
    side: 'base',
    range: entry.range,
    key: `${after.id}/removed`,
    message: {
      what: `The job ${quote(after.id)} lost its own ${quote('permissions')} and now has ${whole ? `those of the workflow: ${quoteAll(gained)}` : 'the default'}.`,
      why: whole
        ? 'Every step of the job, third-party actions included, can now write there.'
        : 'The default of the repository or organisation can be write access to everything.',
      remedy: 'Restore the block.',
    },
    ...(edit ? { fix: { title: 'Restore the permissions of the job', safety: 'safe', edits: [edit] } } : {}),
  };
}

function restore(base: WorkflowDocument, range: Range, head: WorkflowDocument): Fix {
  const jobs = head.view.root.entries.find(({ key }) => key.text === 'jobs');
  const start = jobs?.range.start ?? head.view.root.range.start;
  return {
    title: 'Restore the permissions',
    safety: 'safe',
    edits: [{ range: { start, end: start }, text: `${sliceOf(base.source, range).trimEnd()}\n` }],
  };
}
