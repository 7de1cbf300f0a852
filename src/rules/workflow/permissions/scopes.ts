/**
 * Scopes of the workflow token and what can be granted of them.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions, as known in November 2026.
 */
const ALL = ['read', 'write', 'none'];

export const SCOPES: Readonly<Record<string, readonly string[]>> = {
  actions: ALL,
  'artifact-metadata': ALL,
  attestations: ALL,
  checks: ALL,
  contents: ALL,
  deployments: ALL,
  discussions: ALL,
  'id-token': ['write', 'none'],
  issues: ALL,
  models: ['read', 'none'],
  packages: ALL,
  pages: ALL,
  'pull-requests': ALL,
  'repository-projects': ALL,
  'security-events': ALL,
  statuses: ALL,
  'vulnerability-alerts': ['read', 'none'],
};
