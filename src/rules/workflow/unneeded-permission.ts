import type { Job } from '../../documents/workflow/job.ts';
import type { PermissionScope } from '../../documents/workflow/permissions.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import type { TokenUse } from './permissions/scope-set.ts';
import { SCOPES } from './permissions/scopes.ts';
import { usedByJob } from './permissions/used-by-job.ts';

/** Scopes with which code, packages or what runs can be changed. */
const HEAVY = new Set(['contents', 'packages', 'actions', 'deployments', 'pages']);
/** Any program of the job may ask for an identity, and sign with it: nothing in the file shows it. */
const UNSEEN = new Set(['id-token', 'attestations', 'artifact-metadata']);

export const unneededPermission: Rule<WorkflowDocument> = {
  id: 'unneeded-permission',
  kinds: ['workflow'],
  title: 'Write permission that no step uses',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { permissions, jobs } = document.view;
    const bare = jobs.filter((job) => !job.permissions);
    const [only] = bare;
    // At the top for several jobs `excessive-permissions` speaks.
    if (permissions && only && bare.length === 1) yield* judge(document, only, permissions.scopes, '');
    for (const job of jobs) if (job.permissions) yield* judge(document, job, job.permissions.scopes, job.id);
  },
};

function* judge(
  document: WorkflowDocument,
  job: Job,
  scopes: readonly PermissionScope[],
  key: string,
): Generator<Observation> {
  const writes = scopes.filter(({ scope, level }) => level === 'write' && isWritable(scope) && !UNSEEN.has(scope));
  const use = writes.length > 0 ? usedByJob(document, job) : undefined;
  for (const granted of use ? writes : [])
    if (use && !isUsed(granted.scope, use)) yield problem(job, granted, use, `${key}/${granted.scope}`);
}

/** What cannot be granted is `permission-scope`'s matter. */
function isWritable(scope: string): boolean {
  return Object.hasOwn(SCOPES, scope) && SCOPES[scope]?.includes('write') === true;
}

function isUsed(scope: string, { needs, may, mayPush }: TokenUse): boolean {
  return needs[scope] === 'write' || may[scope] === 'write' || (scope === 'contents' && mayPush);
}

function problem(
  job: Job,
  { scope, range, levelRange }: PermissionScope,
  { needs, may }: TokenUse,
  key: string,
): Observation {
  const reads = needs[scope] !== undefined || may[scope] !== undefined;
  return {
    range,
    key,
    severity: HEAVY.has(scope) ? 'medium' : 'low',
    message: {
      what: `${quote(job.id)} may write ${quote(scope)}, and ${reads ? 'its steps only read it' : 'none of its steps uses it'}.`,
      why: 'An action that was taken over, or a command that somebody injects, can use what the job does not need.',
      remedy: reads ? `Set ${quote(`${scope}: read`)}.` : `Leave ${quote(scope)} out.`,
    },
    fix: {
      title: `Let ${job.id} only read ${scope}`,
      safety: 'review',
      edits: [{ range: levelRange, text: 'read' }],
    },
  };
}
