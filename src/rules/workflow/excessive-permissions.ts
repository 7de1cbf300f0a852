import type { Job } from '../../documents/workflow/job.ts';
import type { PermissionScope, Permissions } from '../../documents/workflow/permissions.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { PRIVILEGED_EVENTS } from './injection/active-events.ts';
import { insertPermissions, jobPermissions } from './permissions/insert-permissions.ts';
import { minimalScopes, permissionLines, READS_CODE, readsOnly } from './permissions/minimal-scopes.ts';
import { isSeenToWrite } from './permissions/used-by-job.ts';

export const excessivePermissions: Rule<WorkflowDocument> = {
  id: 'excessive-permissions',
  kinds: ['workflow'],
  title: 'Token has more permissions than it needs',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['excessive-permissions'],
    ghalint: ['deny_write_all_permission', 'job_permissions', 'deny_read_all_permission'],
    scorecard: ['Token-Permissions'],
    checkov: ['CKV2_GHA_1'],
    poutine: ['default_permissions_on_risky_events'],
    sisakulint: ['permissions'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { jobs } = document.view;
    const bare = jobs.filter((job) => !job.permissions);
    const found = [...everything(document), ...forAllJobs(document, bare), ...unsaid(document, bare)];
    yield* found;
    if (found.length === 0) yield* minimal(document, bare);
  },
};

function* everything(document: WorkflowDocument): Generator<Observation> {
  const { permissions, jobs } = document.view;
  const bare = jobs.filter((job) => !job.permissions);
  if (permissions?.all === 'write' && bare.length > 0) yield writeAll(permissions, '', bare, document);
  for (const job of jobs)
    if (job.permissions?.all === 'write') yield writeAll(job.permissions, job.id, [job], document);
}

function writeAll({ range }: Permissions, key: string, jobs: readonly Job[], document: WorkflowDocument): Observation {
  const fix = lessInstead(document, range, key, jobs);
  const who = key === '' ? 'every job' : `the job ${quote(key)}`;
  return {
    range,
    key: `${key}/write-all`,
    severity: 'high',
    confidence: 'certain',
    message: {
      what: `${quote('write-all')} lets ${who} write everything: code, releases, packages, deployments, security alerts.`,
      why: 'Whatever gets hold of the token, a compromised action or an injected command, can change the repository.',
      remedy: 'List the scopes that the steps need and give nothing else.',
    },
    ...(fix ? { fix } : {}),
  };
}

/** What the steps need, where all of them are known: at the top no more than to read, the rest in the jobs. */
function lessInstead(
  document: WorkflowDocument,
  range: Permissions['range'],
  key: string,
  jobs: readonly Job[],
): Fix | undefined {
  const [job] = jobs;
  const scopes = key === '' || !job ? READS_CODE : minimalScopes(document, job);
  const own = key === '' ? jobPermissions(document, jobs) : [];
  if (!scopes || !own) return undefined;
  const lineStart = document.source.lastIndexOf('\n', range.start) + 1;
  const indent = /^ */.exec(document.source.slice(lineStart))?.[0] ?? '';
  const reads = own.length === 0 && readsOnly(scopes);
  const text = permissionLines(scopes, indent).slice(1).join('\n');
  return {
    title: reads
      ? `Let ${key === '' ? 'the workflow' : key} only read the code`
      : `Let ${key === '' ? 'each job' : key} have what its steps need`,
    safety: 'review',
    edits: [{ range: withoutSpaceBefore(document.source, range), text: `\n${text}` }, ...own],
  };
}

function withoutSpaceBefore(source: string, range: Permissions['range']): Permissions['range'] {
  const before = /[ \t]*$/.exec(source.slice(0, range.start))?.[0] ?? '';
  return { start: range.start - before.length, end: range.end };
}

/** A write scope at the top reaches every job that has no block of its own; one such job is as good as a block of its own. */
function* forAllJobs(document: WorkflowDocument, bare: readonly Job[]): Generator<Observation> {
  const { permissions } = document.view;
  if (!permissions || bare.length < 2) return;
  const wide = permissions.scopes.filter(
    ({ scope, level }) => level === 'write' && !bare.every((job) => isSeenToWrite(document, job, scope)),
  );
  // One look mends those of a block together; what is mild is no reason to hide what is not.
  const [mild, heavy] = [wide.filter(({ scope }) => MILD.has(scope)), wide.filter(({ scope }) => !MILD.has(scope))];
  if (heavy.length > 0) yield tooWide(document, heavy, bare, 'medium');
  if (mild.length > 0) yield tooWide(document, mild, bare, 'low');
}

/** Scopes that let nobody change code, packages, identities or what others see as approved. */
const MILD = new Set([
  'statuses',
  'checks',
  'issues',
  'discussions',
  'repository-projects',
  'models',
  'security-events',
]);

function tooWide(
  { path, side }: WorkflowDocument,
  scopes: readonly PermissionScope[],
  bare: readonly Job[],
  severity: 'medium' | 'low',
): Observation {
  const names = scopes.map(({ scope }) => scope);
  const [first, ...more] = scopes;
  const one = more.length === 0;
  return {
    range: first?.range ?? { start: 0, end: 0 },
    key: `/${names.join('+')}`,
    severity,
    message: {
      what: `${quoteAll(names.map((name) => `${name}: write`))} ${one ? 'stands' : 'stand'} at the top, so ${bare.length} jobs get ${one ? 'it' : 'them'}: ${quoteAll(bare.map(({ id }) => id))}.`,
      why: 'A job that only builds or tests then runs third-party code with the right to write.',
      remedy: `Give ${one ? 'it' : 'each'} to the job that needs it and leave the workflow to read.`,
    },
    ...(one
      ? {}
      : { related: more.map(({ range }) => ({ path, side, range, message: 'This goes to all of them, too.' })) }),
  };
}

/** Events on which strangers start a run with the repository's default token, which may write everything. */
function* unsaid(document: WorkflowDocument, bare: readonly Job[]): Generator<Observation> {
  const trigger = document.view.triggers.find(({ event }) => PRIVILEGED_EVENTS.has(event));
  if (
    !trigger ||
    document.view.permissions ||
    bare.length === 0 ||
    document.view.root.entries.some(({ key }) => key.text === 'permissions')
  )
    return;
  const fix = insertPermissions(document, bare);
  yield {
    range: trigger.range,
    key: '/default',
    message: {
      what: `${quote(trigger.event)} starts ${bare.length === 1 ? 'a job' : `${bare.length} jobs`} with the default token: no ${quote('permissions')} are set.`,
      why: 'People outside the project start this workflow, and the default may be write access to everything.',
      remedy: 'Set the permissions that the steps need.',
    },
    ...(fix ? { fix } : {}),
  };
}

function* minimal(document: WorkflowDocument, bare: readonly Job[]): Generator<Observation> {
  const { permissions, jobs } = document.view;
  if (jobs.length === 0) return;
  const block = permissions ?? jobs.find((job) => job.permissions)?.permissions;
  if (!block || (!permissions && bare.length > 0)) return;
  const said = permissions ? describe(permissions) : `each of ${jobs.length} jobs has its own permissions`;
  yield { proof: `The token is limited: ${said}`, range: block.range };
}

function describe({ all, scopes }: Permissions): string {
  if (all) return `${all}-all`;
  return scopes.length === 0 ? 'no permissions' : scopes.map(({ scope, level }) => `${scope}: ${level}`).join(', ');
}
