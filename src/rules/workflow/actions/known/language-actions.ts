import type { KnownActions } from './known-action.ts';

/**
 * Actions that set languages and their tools up, as far as their `action.yml` were known in November 2026; names are in lower case. A name that is
 * missing here is no proof: only near-misses of listed names are told as certain.
 */
export const LANGUAGE_ACTIONS: KnownActions = {
  'actions-rs/cargo': {
    inputs: 'toolchain command args use-cross',
    required: 'command',
    node: { 12: 1 },
    newest: 1,
  },
  'actions-rs/toolchain': {
    inputs: 'toolchain target default override profile components',
    outputs: 'rustc cargo rustup',
    node: { 12: 1 },
    newest: 1,
  },
  'android-actions/setup-android': {
    inputs: 'cmdline-tools-version accept-android-sdk-licenses log-accepted-android-sdk-licenses packages',
    newest: 3,
  },
  'astral-sh/ruff-action': {
    inputs: 'args src version version-file manifest-file checksum github-token',
    newest: 3,
  },
  'astral-sh/setup-uv': {
    inputs:
      'version version-file python-version activate-environment venv-path no-project working-directory checksum server-url github-token enable-cache cache-dependency-glob restore-cache save-cache cache-suffix cache-local-path prune-cache cache-python ignore-nothing-to-cache ignore-empty-workdir tool-dir tool-bin-dir manifest-file add-problem-matchers resolution-strategy uv-version pyproject-file uv-file quiet',
    outputs: 'uv-version uv-path uvx-path cache-hit cache-key venv python-version python-cache-hit',
    newest: 10,
  },
  'cachix/install-nix-action': {
    inputs: 'extra_nix_config github_access_token install_url install_options nix_path enable_kvm set_as_trusted_user',
    newest: 31,
  },
  'conda-incubator/setup-miniconda': {
    inputs:
      'installer-url miniconda-version miniforge-variant miniforge-version conda-version conda-build-version environment-file activate-environment python-version add-anaconda-token add-pip-as-python-dependency allow-softlinks auto-activate auto-activate-base auto-update-conda condarc-file channel-alias channel-priority channels conda-solver default-activation-env show-channel-urls use-only-tar-bz2 always-copy changeps1 offline run-init remove-profiles mamba-version use-mamba architecture clean-patched-environment-file run-post conda-remove-defaults pkgs-dirs auto-activate-env safety-checks extra-safety-checks envs-dirs',
    newest: 4,
  },
  'denoland/setup-deno': {
    inputs: 'deno-version deno-version-file deno-binary-name cache cache-hash',
    outputs: 'deno-version release-channel cache-hit',
    newest: 2,
  },
  'dtolnay/rust-toolchain': {
    inputs: 'toolchain target targets components',
    outputs: 'cachekey name',
    newest: 1,
  },
  'erlef/setup-beam': {
    inputs:
      'otp-version elixir-version gleam-version rebar3-version install-hex install-rebar version-type disable_problem_matchers version-file otp-architecture elixir-otp-version github-token hexpm-mirrors',
    newest: 1,
  },
  'golangci/golangci-lint-action': {
    inputs:
      'version version-file install-mode install-only working-directory github-token verify only-new-issues args skip-cache skip-save-cache skip-pkg-cache skip-build-cache skip-go-installation cache-invalidation-interval problem-matchers debug experimental go-version annotations',
    node: { 12: 2, 16: 3, 20: 8, 24: 9 },
    newest: 9,
  },
  'gradle/actions/setup-gradle': {
    inputs:
      'gradle-version cache-disabled cache-read-only cache-write-only cache-overwrite-existing cache-encryption-key cache-cleanup gradle-home-cache-cleanup gradle-home-cache-includes gradle-home-cache-excludes add-job-summary add-job-summary-as-pr-comment dependency-graph dependency-graph-report-dir dependency-graph-continue-on-failure dependency-graph-exclude-projects dependency-graph-include-projects dependency-graph-exclude-configurations dependency-graph-include-configurations artifact-retention-days build-scan-publish build-scan-terms-of-use-url build-scan-terms-of-use-agree develocity-access-key develocity-token-expiry develocity-injection-enabled develocity-url develocity-allow-untrusted-server develocity-capture-file-fingerprints develocity-enforce-url develocity-plugin-version develocity-ccud-plugin-version develocity-maven-extension-version gradle-plugin-repository-url gradle-plugin-repository-username gradle-plugin-repository-password validate-wrappers allow-snapshot-wrappers arguments gradle-home-cache-strict-match workflow-job-context github-token build-root-directory gradle-executable generate-job-summary wrapper-cache-enabled cache-provider',
    deprecated: {
      arguments: { instead: 'Run Gradle in a `run` step after it.', from: '4' },
      'gradle-home-cache-cleanup': { instead: 'Write `cache-cleanup`.', from: '4' },
    },
    newest: 6,
  },
  'gradle/gradle-build-action': {
    inputs:
      'gradle-version cache-disabled cache-read-only cache-write-only cache-overwrite-existing cache-encryption-key gradle-home-cache-cleanup gradle-home-cache-includes gradle-home-cache-excludes add-job-summary add-job-summary-as-pr-comment generate-job-summary dependency-graph dependency-graph-report-dir arguments build-root-directory gradle-executable gradle-home-cache-strict-match workflow-job-context github-token artifact-retention-days',
    newest: 3,
  },
  'julia-actions/setup-julia': {
    inputs: 'version include-all-prereleases arch show-versioninfo project force-arch',
    outputs: 'julia-version julia-bindir',
    newest: 3,
  },
  'lukka/get-cmake': { inputs: 'cmakeVersion ninjaVersion useCloudCache useLocalCache', newest: 4 },
  'microsoft/setup-msbuild': {
    inputs: 'vswhere-path vs-version vs-prerelease msbuild-architecture',
    outputs: 'msbuildPath',
    node: { 12: 1, 20: 2, 24: 3 },
    newest: 3,
  },
  'maxim-lobanov/setup-xcode': { inputs: 'xcode-version', outputs: 'version path', newest: 1 },
  'nuget/setup-nuget': { inputs: 'nuget-version nuget-api-key nuget-api-key-source', newest: 3 },
  'oven-sh/setup-bun': {
    inputs:
      'bun-version bun-version-file bun-download-url custom-url registry-url scope no-cache registries token profile',
    outputs: 'bun-version bun-revision bun-path bun-download-url cache-hit',
    newest: 2,
  },
  'peaceiris/actions-hugo': { inputs: 'hugo-version extended', node: { 12: 2, 20: 3 }, newest: 3 },
  'pnpm/action-setup': {
    inputs: 'version dest run_install package_json_file standalone cache cache_dependency_path',
    outputs: 'dest bin_dest cache_hit',
    node: { 12: 1, 16: 2, 20: 4 },
    newest: 4,
  },
  'pre-commit/action': { inputs: 'extra_args token', newest: 3 },
  'pypa/cibuildwheel': {
    inputs: 'package-dir output-dir config-file only extras enable',
    newest: 3,
  },
  'reactivecircus/android-emulator-runner': {
    inputs:
      'api-level system-image-api-level target arch profile cores ram-size heap-size sdcard-path-or-size disk-size avd-name force-avd-creation emulator-boot-timeout emulator-port emulator-options disable-animations disable-spellchecker disable-linux-hw-accel enable-hw-keyboard emulator-build working-directory ndk cmake channel script pre-emulator-launch-script',
    required: 'script',
    newest: 2,
  },
  'r-lib/actions/setup-r': {
    inputs:
      'r-version rtools-version Ncpus remove-openmp-macos http-user-agent install-r windows-path-include-mingw update-rtools use-public-rspm extra-repositories crayon.enabled',
    newest: 2,
  },
  'ruby/setup-ruby': {
    inputs:
      'ruby-version rubygems bundler bundler-cache working-directory cache-version self-hosted windows-toolchain token',
    outputs: 'ruby-prefix',
    newest: 1,
  },
  'shivammathur/setup-php': {
    inputs: 'php-version php-version-file extensions ini-file ini-values coverage tools github-token',
    outputs: 'php-version',
    newest: 2,
  },
  'subosito/flutter-action': {
    inputs:
      'channel flutter-version flutter-version-file architecture cache cache-key cache-path cache-sdk pub-cache pub-cache-key pub-cache-path dry-run git-source',
    newest: 2,
  },
  'swatinem/rust-cache': {
    inputs:
      'prefix-key shared-key key env-vars add-job-id-key add-rust-environment-hash-key workspaces cache-directories cache-targets cache-on-failure cache-all-crates cache-workspace-crates save-if cache-provider cache-bin lookup-only cmd-format use-cross-os-archive target-dir working-directory sharedKey',
    outputs: 'cache-hit',
    newest: 2,
  },
  'taiki-e/install-action': { inputs: 'tool checksum fallback', newest: 2 },
};
