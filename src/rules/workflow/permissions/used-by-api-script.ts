import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';
import { allUses, NO_USE, type TokenUse, tokenUse } from './scope-set.ts';

/** Groups of the REST API and their scope (https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps, November 2026). */
const GROUPS: Readonly<Record<string, string>> = {
  actions: 'actions',
  checks: 'checks',
  codeScanning: 'security-events',
  git: 'contents',
  issues: 'issues',
  packages: 'packages',
  pulls: 'pull-requests',
  repos: 'contents',
};
/** Methods whose scope is not that of their group. */
const METHODS: Readonly<Record<string, string>> = {
  createCommitStatus: 'statuses: write',
  createDeployment: 'deployments: write',
  createDeploymentStatus: 'deployments: write',
  deleteDeployment: 'deployments: write',
  listDeployments: 'deployments: read',
  getDeployment: 'deployments: read',
  listDeploymentStatuses: 'deployments: read',
  getCombinedStatusForRef: 'statuses: read',
  listCommitStatusesForRef: 'statuses: read',
  getCollaboratorPermissionLevel: '',
};
/** Methods of `issues` that work on a pull request with either of two scopes. */
const ON_BOTH = /^(create|update|delete|list|get)Comments?$|^(add|remove|set|list)\w*Labels?\w*$|Assignees$/;
/** What the script does with the client beside calls of the REST API by name. */
const OPAQUE =
  /\bgithub\s*\.\s*(graphql|request|hook|auth|log)\b|\brequire\s*\(|\bimport\s*\(|\bexec\b|getOctokit|process\.env/;

/** What a script of actions/github-script calls; undefined where it cannot be read off. */
export function usedByApiScript({ view }: WorkflowDocument, { with: inputs }: Step): TokenUse | undefined {
  const script = textAt(inputs, 'script') ?? '';
  if (OPAQUE.test(script)) return undefined;
  const mentions = script.match(/\bgithub\b/g)?.length ?? 0;
  const calls = [...script.matchAll(/\bgithub\s*\.\s*(?:rest\s*\.\s*)?(\w+)\s*\.\s*(\w+)/g)];
  const paginates = script.match(/\bgithub\s*\.\s*paginate\b/g)?.length ?? 0;
  if (calls.length + paginates < mentions) return undefined;
  const onPull = view.triggers.length > 0 && view.triggers.every(({ event }) => event.startsWith('pull_request'));
  return mentions === 0 ? NO_USE : allUses(calls.map(([, group = '', method = '']) => callOf(group, method, onPull)));
}

function callOf(group: string, method: string, onPull: boolean): TokenUse | undefined {
  if (group === 'paginate') return NO_USE;
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (known !== undefined) return tokenUse(known);
  const scope = Object.hasOwn(GROUPS, group) ? GROUPS[group] : undefined;
  if (scope === undefined) return undefined;
  const level = /^(get|list|check|compare|download)/.test(method) ? 'read' : 'write';
  if (scope === 'issues' && onPull && ON_BOTH.test(method))
    return tokenUse(`pull-requests: ${level}, issues: ${level}?`);
  return tokenUse(scope === 'issues' ? `issues: ${level}, pull-requests: ${level}?` : `${scope}: ${level}`);
}
