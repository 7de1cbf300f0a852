/**
 * Everything that some actions give, over all their versions, by their names in small letters. None of them passes on
 * names of the workflow's own, as actions/github-script does.
 * From the `action.yml` and the README of each, as known in November 2026.
 */
export const POPULAR_OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  'actions/attest-build-provenance': ['bundle-path', 'attestation-id', 'attestation-url', 'storage-record-ids'],
  'actions/cache': ['cache-hit', 'cache-primary-key', 'cache-matched-key'],
  'actions/cache/restore': ['cache-hit', 'cache-primary-key', 'cache-matched-key'],
  'actions/checkout': ['ref', 'commit'],
  'actions/configure-pages': ['base_url', 'origin', 'host', 'base_path'],
  'actions/create-github-app-token': ['token', 'installation-id', 'app-slug'],
  'actions/deploy-pages': ['page_url'],
  'actions/setup-go': ['go-version', 'cache-hit'],
  'actions/setup-java': ['distribution', 'version', 'path', 'cache-hit', 'cache-primary-key'],
  'actions/setup-node': ['node-version', 'cache-hit'],
  'actions/setup-python': ['python-version', 'cache-hit', 'python-path'],
  'actions/upload-artifact': ['artifact-id', 'artifact-url', 'artifact-digest'],
  'docker/build-push-action': ['imageid', 'digest', 'metadata'],
  'docker/metadata-action': [
    'version',
    'tags',
    'tag-names',
    'labels',
    'annotations',
    'json',
    'bake-file',
    'bake-file-tags',
    'bake-file-labels',
    'bake-file-annotations',
  ],
  'google-github-actions/auth': [
    'credentials_file_path',
    'access_token',
    'access_token_expiration',
    'id_token',
    'auth_token',
    'project_id',
  ],
  'octokit/request-action': ['status', 'headers', 'data'],
  'peter-evans/create-pull-request': [
    'pull-request-number',
    'pull-request-url',
    'pull-request-operation',
    'pull-request-head-sha',
    'pull-request-branch',
    'pull-request-commits-verified',
    'pull-request-created',
  ],
  'softprops/action-gh-release': ['url', 'id', 'upload_url', 'assets'],
};
