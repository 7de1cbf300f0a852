/**
 * Actions whose repository is archived, with what took their place where something did. From the notice on each
 * repository's page, read in November 2026; names are in lower case.
 */
export const ARCHIVED_ACTIONS: Readonly<Record<string, string>> = {
  'actions-rs/audit-check': 'rustsec/audit-check',
  'actions-rs/cargo': 'a `run` step with cargo',
  'actions-rs/clippy-check': 'a `run` step with cargo clippy',
  'actions-rs/components-nightly': 'dtolnay/rust-toolchain',
  'actions-rs/grcov': 'a `run` step with grcov',
  'actions-rs/install': 'taiki-e/install-action',
  'actions-rs/tarpaulin': 'a `run` step with cargo tarpaulin',
  'actions-rs/toolchain': 'dtolnay/rust-toolchain',
  'actions/create-release': 'a `run` step with gh release create',
  'actions/setup-elixir': 'erlef/setup-beam',
  'actions/setup-haskell': 'haskell-actions/setup',
  'actions/setup-ruby': 'ruby/setup-ruby',
  'actions/upload-release-asset': 'a `run` step with gh release upload',
  'andstor/file-existence-action': 'a `run` step with test -e',
  'c-hive/gha-npm-cache': 'the `cache` input of actions/setup-node',
  'c-hive/gha-yarn-cache': 'the `cache` input of actions/setup-node',
  'crazy-max/ghaction-docker-buildx': 'docker/setup-buildx-action',
  'crazy-max/ghaction-docker-meta': 'docker/metadata-action',
  'gradle/gradle-build-action': 'gradle/actions/setup-gradle',
  'gradle/wrapper-validation-action': 'gradle/actions/wrapper-validation',
  'haskell/actions': 'haskell-actions/setup',
  'hecrj/setup-rust-action': 'dtolnay/rust-toolchain',
  'marvinpinto/action-automatic-releases': 'a `run` step with gh release create',
  'marvinpinto/actions': 'a `run` step with gh release create',
  'repo-sync/pull-request': 'a `run` step with gh pr create',
  'seanmiddleditch/gha-setup-ninja': 'a `run` step that installs ninja',
  'technote-space/auto-cancel-redundant-workflow': 'the `concurrency` key',
  'tibdex/github-app-token': 'actions/create-github-app-token',
};
