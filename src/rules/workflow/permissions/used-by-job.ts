import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, isTrue, scalarsBelow, textAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import { RUN_TOKEN, secretsIn } from '../credentials/secrets-in.ts';
import { ACTION_PERMISSIONS } from './action-permissions.ts';
import { allUses, NO_USE, type TokenUse, tokenUse } from './scope-set.ts';
import { usedByApiScript } from './used-by-api-script.ts';
import { usedByScript } from './used-by-script.ts';

/** What the steps of a job do with the token of the run; undefined where one of them is not known. */
export function usedByJob(document: WorkflowDocument, job: Job): TokenUse | undefined {
  if (job.uses || job.steps.length === 0) return undefined;
  const use = allUses(job.steps.map((step) => usedByStep(document, job, step)));
  return use && { ...use, mayPush: use.mayPush && job.steps.some(keepsToken) };
}

const ASKS = /ACTIONS_ID_TOKEN|\bcosign\b|npm publish|\bsigstore\b/;

/** Whether a job is seen to write a scope, or calls a workflow that may; for `id-token`, to ask for the run's identity. */
export function isSeenToWrite(document: WorkflowDocument, job: Job, scope: string): boolean {
  if (job.uses) return true;
  return job.steps.some((step) => {
    const use = usedByStep(document, job, step);
    if (scope === 'id-token' && ASKS.test(step.run?.text ?? '')) return true;
    return use?.needs[scope] === 'write' || use?.may[scope] === 'write';
  });
}

function usedByStep(document: WorkflowDocument, job: Job, step: Step): TokenUse | undefined {
  const { uses, run } = step;
  if (run) return usedByScript(document, job, step, run);
  if (uses?.kind === 'docker') return holdsRunToken(step.env) || holdsRunToken(step.with) ? undefined : NO_USE;
  if (uses?.kind !== 'repository') return undefined;
  const name = (uses.path === '' ? uses.repository : `${uses.repository}/${uses.path}`).toLowerCase();
  if (name === 'actions/github-script') return hasOwnToken(step.with) ? NO_USE : usedByApiScript(document, step);
  const use = BY_INPUTS[name]?.(step.with ?? EMPTY) ?? listed(name);
  if (!use || entryOf(step.node, 'with')?.value.type === 'scalar') return undefined;
  // With a token of its own it does not use that of the run; an identity is another matter.
  return hasOwnToken(step.with) ? { ...NO_USE, needs: only(use, 'id-token') } : use;
}

const EMPTY: YamlMap = { type: 'map', entries: [], range: { start: 0, end: 0 }, flow: false };

function listed(name: string): TokenUse | undefined {
  const exact = Object.hasOwn(ACTION_PERMISSIONS, name) ? ACTION_PERMISSIONS[name] : undefined;
  if (exact !== undefined) return tokenUse(exact);
  const prefix = PREFIXES.find((one) => name.startsWith(one));
  return prefix === undefined ? undefined : tokenUse(ACTION_PERMISSIONS[`${prefix}*`] ?? '');
}

const PREFIXES = Object.keys(ACTION_PERMISSIONS).flatMap((name) => (name.endsWith('*') ? [name.slice(0, -1)] : []));

function only({ needs }: TokenUse, scope: string): TokenUse['needs'] {
  return needs[scope] ? { [scope]: needs[scope] } : {};
}

/** Actions whose inputs decide. */
const BY_INPUTS: Readonly<Record<string, (inputs: YamlMap) => TokenUse>> = {
  'docker/login-action': (inputs) =>
    holdsRunToken(inputs) || /ghcr\.io/.test(textAt(inputs, 'registry') ?? '') ? tokenUse('packages: write') : NO_USE,
  'aws-actions/configure-aws-credentials': (inputs) =>
    entryOf(inputs, 'role-to-assume') && !entryOf(inputs, 'aws-access-key-id') ? identity : NO_USE,
  'google-github-actions/auth': (inputs) => (entryOf(inputs, 'workload_identity_provider') ? identity : NO_USE),
  'google-github-actions/setup-gcloud': () => NO_USE,
  'azure/login': (inputs) => (entryOf(inputs, 'client-id') && !entryOf(inputs, 'creds') ? identity : NO_USE),
  'hashicorp/vault-action': (inputs) => (textAt(inputs, 'method') === 'jwt' ? identity : NO_USE),
  'pypa/gh-action-pypi-publish': (inputs) =>
    entryOf(inputs, 'password') ? { ...NO_USE, may: identity.needs } : identity,
};
const identity = tokenUse('id-token: write');

/** Inputs that take a token in place of the run's. */
const TOKENS = /^(github[-_]?|gh[-_]|repo[-_]|personal[-_]|access[-_])?token$/i;

function hasOwnToken(inputs: YamlMap | undefined): boolean {
  return (inputs?.entries ?? []).some(
    ({ key, value }) =>
      TOKENS.test(key.text) &&
      value.type === 'scalar' &&
      value.text.trim() !== '' &&
      !secretsIn(value).includes(RUN_TOKEN),
  );
}

function holdsRunToken(map: YamlMap | undefined): boolean {
  return scalarsBelow(map).some(({ scalar }) => secretsIn(scalar).includes(RUN_TOKEN));
}

/** A checkout that leaves the token of the run for git. */
function keepsToken({ uses, with: inputs }: Step): boolean {
  if (uses?.repository.toLowerCase() !== 'actions/checkout') return false;
  const kept = entryOf(inputs, 'persist-credentials')?.value;
  return (!kept || isTrue(kept)) && !hasOwnToken(inputs) && !entryOf(inputs, 'ssh-key');
}
