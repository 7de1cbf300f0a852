import type { KnownActions } from './known-action.ts';

/**
 * Actions of GitHub's own, as far as their `action.yml` were known in November 2026; names are in lower case. A name that is
 * missing here is no proof: only near-misses of listed names are told as certain.
 */
export const GITHUB_ACTIONS: KnownActions = {
  'actions/add-to-project': {
    inputs: 'project-url github-token labeled label-operator',
    required: 'project-url github-token',
    outputs: 'itemId',
    newest: 1,
  },
  'actions/attest': {
    inputs:
      'subject-path subject-digest subject-name subject-checksums predicate-type predicate predicate-path sbom-path push-to-registry create-storage-record show-summary github-token',
    newest: 4,
  },
  'actions/attest-build-provenance': {
    inputs:
      'subject-path subject-digest subject-name subject-checksums push-to-registry create-storage-record show-summary github-token',
    outputs: 'bundle-path attestation-id attestation-url storage-record-ids',
    newest: 4,
  },
  'actions/attest-sbom': {
    inputs:
      'subject-path subject-digest subject-name subject-checksums sbom-path push-to-registry create-storage-record show-summary github-token',
    newest: 4,
  },
  'actions/cache': {
    inputs: 'path key restore-keys upload-chunk-size enableCrossOsArchive fail-on-cache-miss lookup-only save-always',
    required: 'path key',
    deprecated: { 'save-always': { instead: 'Use actions/cache/restore and actions/cache/save.', from: '4.1' } },
    outputs: 'cache-hit cache-primary-key cache-matched-key',
    node: { 12: 2, 16: 3, 20: 4, 24: 5 },
    newest: 5,
  },
  'actions/cache/restore': {
    inputs: 'path key restore-keys enableCrossOsArchive fail-on-cache-miss lookup-only',
    required: 'path key',
    outputs: 'cache-hit cache-primary-key cache-matched-key',
    node: { 16: 3, 20: 4, 24: 5 },
    newest: 5,
  },
  'actions/cache/save': {
    inputs: 'path key upload-chunk-size enableCrossOsArchive matched-key',
    required: 'path key',
    node: { 16: 3, 20: 4, 24: 5 },
    newest: 5,
  },
  'actions/checkout': {
    inputs:
      'repository ref token ssh-key ssh-known-hosts ssh-strict ssh-user persist-credentials path clean filter sparse-checkout sparse-checkout-cone-mode fetch-depth fetch-tags show-progress lfs submodules set-safe-directory github-server-url allow-unsafe-pr-checkout',
    outputs: 'ref commit',
    node: { 12: 2, 16: 3, 20: 4, 24: 7 },
    newest: 7,
  },
  'actions/configure-pages': {
    inputs: 'static_site_generator generator_config_file token enablement',
    outputs: 'base_url origin host base_path',
    node: { 16: 3, 20: 5 },
    newest: 5,
  },
  'actions/create-github-app-token': {
    // Every permission of an app is an input as well: `permission-contents` and its like.
    inputs:
      'app-id app_id client-id private-key private_key owner repositories enterprise skip-token-revoke skip_token_revoke github-api-url permission-*',
    deprecated: {
      app_id: { instead: 'Write `app-id`.', from: '1.5' },
      private_key: { instead: 'Write `private-key`.', from: '1.5' },
      skip_token_revoke: { instead: 'Write `skip-token-revoke`.', from: '1.5' },
    },
    outputs: 'token installation-id app-slug',
    node: { 20: 2 },
    newest: 2,
  },
  'actions/create-release': {
    inputs: 'tag_name release_name body body_path draft prerelease commitish owner repo',
    required: 'tag_name release_name',
    outputs: 'id html_url upload_url',
    node: { 12: 1 },
    newest: 1,
  },
  'actions/delete-package-versions': {
    inputs:
      'owner repo package-name package-type num-old-versions-to-delete min-versions-to-keep package-version-ids ignore-versions delete-only-pre-release-versions delete-only-untagged-versions token',
    node: { 12: 3, 16: 4, 20: 5 },
    newest: 5,
  },
  'actions/dependency-review-action': {
    inputs:
      'repo-token fail-on-severity fail-on-scopes base-ref head-ref config-file allow-licenses deny-licenses allow-dependencies-licenses allow-ghsas external-repo-token license-check vulnerability-check comment-summary-in-pr deny-packages deny-groups retry-on-snapshot-warnings retry-on-snapshot-warnings-timeout warn-only show-openssf-scorecard warn-on-openssf-scorecard-level show-patched-versions large-summary-threshold',
    deprecated: { 'deny-licenses': { instead: 'List what is allowed under `allow-licenses`.', from: '4.7' } },
    node: { 16: 2, 20: 4 },
    newest: 4,
  },
  'actions/deploy-pages': {
    inputs: 'token timeout error_count reporting_interval artifact_name preview',
    outputs: 'page_url',
    node: { 16: 2, 20: 4 },
    newest: 4,
  },
  'actions/download-artifact': {
    inputs:
      'name artifact-ids path pattern merge-multiple github-token repository run-id skip-decompress digest-mismatch',
    outputs: 'download-path artifacts',
    node: { 12: 2, 16: 3, 20: 5, 24: 8 },
    newest: 8,
  },
  'actions/first-interaction': {
    inputs: 'repo-token issue-message pr-message repo_token issue_message pr_message',
    newest: 3,
  },
  'actions/github-script': {
    inputs: 'script github-token debug user-agent previews result-encoding retries retry-exempt-status-codes base-url',
    required: 'script',
    node: { 12: 5, 16: 6, 20: 7, 24: 8 },
    newest: 8,
  },
  'actions/jekyll-build-pages': {
    inputs: 'source destination future build_revision verbose token',
    docker: true,
    newest: 1,
  },
  'actions/labeler': {
    inputs: 'repo-token configuration-path sync-labels dot pr-number',
    outputs: 'new-labels all-labels',
    node: { 12: 3, 16: 4, 20: 5, 24: 6 },
    newest: 6,
  },
  'actions/setup-dotnet': {
    inputs:
      'dotnet-version dotnet-quality dotnet-channel global-json-file source-url owner config-file cache cache-dependency-path include-prerelease architecture workloads version',
    outputs: 'cache-hit dotnet-version',
    node: { 12: 1, 16: 3, 20: 4, 24: 5 },
    newest: 5,
  },
  'actions/setup-go': {
    inputs:
      'go-version go-version-file check-latest token cache cache-dependency-path architecture stable go-download-base-url version',
    deprecated: { stable: { instead: 'Name the version under `go-version`.', from: '3' } },
    outputs: 'go-version cache-hit',
    node: { 12: 2, 16: 4, 20: 5, 24: 6 },
    newest: 6,
  },
  'actions/setup-java': {
    inputs:
      'java-version java-version-file distribution java-package architecture jdkFile jdk-file check-latest force-download set-default verify-signature verify-signature-public-key server-id server-username server-password server-username-env-var server-password-env-var settings-path overwrite-settings gpg-private-key gpg-passphrase gpg-passphrase-env-var cache cache-jdk cache-dependency-path cache-path cache-read-only job-status token mvn-toolchain-id mvn-toolchain-vendor show-download-progress problem-matcher version',
    outputs: 'distribution version path cache-hit cache-primary-key',
    node: { 12: 2, 16: 3, 20: 4, 24: 5 },
    newest: 5,
  },
  'actions/setup-node': {
    inputs:
      'always-auth node-version node-version-file architecture check-latest registry-url scope token cache cache-dependency-path package-manager-cache mirror mirror-token version',
    deprecated: {
      version: { instead: 'Write `node-version`.' },
      'always-auth': { instead: 'Drop it: npm itself does not know it any more.', from: '6' },
    },
    outputs: 'node-version cache-hit',
    node: { 12: 2, 16: 3, 20: 4, 24: 6 },
    newest: 6,
  },
  'actions/setup-python': {
    inputs:
      'python-version python-version-file cache architecture check-latest token cache-dependency-path update-environment allow-prereleases freethreaded pip-version pip-install version',
    outputs: 'python-version cache-hit python-path',
    node: { 12: 2, 16: 4, 20: 5, 24: 6 },
    newest: 6,
  },
  'actions/setup-ruby': {
    inputs: 'ruby-version version',
    deprecated: { version: { instead: 'Write `ruby-version`.' } },
    node: { 12: 1 },
    newest: 1,
  },
  'actions/stale': {
    inputs:
      'repo-token stale-issue-message stale-pr-message close-issue-message close-pr-message days-before-stale days-before-issue-stale days-before-pr-stale days-before-close days-before-issue-close days-before-pr-close stale-issue-label close-issue-label exempt-issue-labels close-issue-reason stale-pr-label close-pr-label exempt-pr-labels exempt-milestones exempt-issue-milestones exempt-pr-milestones exempt-all-milestones exempt-all-issue-milestones exempt-all-pr-milestones only-labels any-of-labels any-of-issue-labels any-of-pr-labels only-issue-labels only-pr-labels operations-per-run remove-stale-when-updated remove-issue-stale-when-updated remove-pr-stale-when-updated debug-only ascending sort-by delete-branch start-date exempt-assignees exempt-issue-assignees exempt-pr-assignees exempt-all-assignees exempt-all-issue-assignees exempt-all-pr-assignees exempt-draft-pr enable-statistics labels-to-add-when-unstale labels-to-remove-when-unstale labels-to-add-when-stale labels-to-remove-when-stale ignore-updates ignore-issue-updates ignore-pr-updates include-only-assigned only-issue-types skip-stale-pr-message skip-stale-issue-message',
    outputs: 'closed-issues-prs staled-issues-prs',
    node: { 12: 4, 16: 8, 20: 9, 24: 10 },
    newest: 10,
  },
  'actions/upload-artifact': {
    inputs: 'name path if-no-files-found retention-days compression-level overwrite include-hidden-files archive',
    required: 'path',
    outputs: 'artifact-id artifact-url artifact-digest',
    node: { 12: 2, 16: 3, 20: 5, 24: 7 },
    newest: 7,
  },
  'actions/upload-artifact/merge': {
    inputs: 'name pattern separate-directories delete-merged retention-days compression-level include-hidden-files',
    outputs: 'artifact-id artifact-url artifact-digest',
    node: { 20: 5, 24: 7 },
    newest: 7,
  },
  'actions/upload-pages-artifact': {
    inputs: 'name path retention-days include-hidden-files',
    outputs: 'artifact_id',
    newest: 4,
  },
  'actions/upload-release-asset': {
    inputs: 'upload_url asset_path asset_name asset_content_type',
    required: 'upload_url asset_path asset_name asset_content_type',
    node: { 12: 1 },
    newest: 1,
  },
  'github/codeql-action/analyze': {
    inputs:
      'check_name output upload cleanup-level ram add-snippets skip-queries threads checkout_path ref sha category upload-database post-processed-sarif-path wait-for-processing token matrix expect-error',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'github/codeql-action/autobuild': {
    inputs: 'token matrix working-directory',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'github/codeql-action/init': {
    inputs:
      'tools languages language token registries matrix config-file config db-location queries packs quality-queries analysis-kinds external-repository-token setup-python-dependencies source-root ram threads debug debug-artifact-name debug-database-name build-mode trap-caching dependency-caching check-run-id file-coverage-on-prs',
    deprecated: {
      'setup-python-dependencies': { instead: 'Drop it: no dependencies are installed any more.', from: '3' },
    },
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'github/codeql-action/upload-sarif': {
    inputs: 'sarif_file checkout_path ref sha token category matrix wait-for-processing',
    outputs: 'sarif-id sarif-ids',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
};
