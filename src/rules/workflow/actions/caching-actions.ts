/**
 * Actions that restore a cache, and the input that decides, from the actions' own documentation, November 2026.
 * `always`: nothing switches it off. `input` + `default`: what holds where it is not set; `off` is the value that
 * switches it off. `from` and `before` bound the versions a row is true for.
 */
export interface CachingAction {
  /** `owner/name` or `owner/name/path`, in lower case. */
  readonly action: string;
  readonly from?: string;
  readonly before?: string;
  readonly input?: string;
  readonly default: boolean;
  readonly off?: string;
  /** The input switches caching off when it is true. */
  readonly inverted?: boolean;
  /** The input means a cache only if its value matches. */
  readonly only?: RegExp;
  /** By itself it caches only for this package manager, or any, where package.json names it as `packageManager`. */
  readonly manager?: 'npm' | 'any';
}

export const CACHING_ACTIONS: readonly CachingAction[] = [
  { action: 'actions/cache', default: true, input: 'lookup-only', inverted: true },
  { action: 'actions/cache/restore', default: true, input: 'lookup-only', inverted: true },
  {
    action: 'actions/setup-node',
    from: '6',
    default: true,
    input: 'package-manager-cache',
    off: 'false',
    manager: 'npm',
  },
  {
    action: 'actions/setup-node',
    from: '5',
    before: '6',
    default: true,
    input: 'package-manager-cache',
    off: 'false',
    manager: 'any',
  },
  { action: 'actions/setup-node', default: false, input: 'cache' },
  { action: 'actions/setup-python', default: false, input: 'cache' },
  { action: 'actions/setup-java', default: false, input: 'cache' },
  { action: 'actions/setup-dotnet', default: false, input: 'cache', off: 'false' },
  { action: 'actions/setup-go', from: '4', default: true, input: 'cache', off: 'false' },
  { action: 'actions/setup-go', before: '4', default: false, input: 'cache', off: 'false' },
  { action: 'astral-sh/setup-uv', from: '5', before: '10', default: true, input: 'enable-cache', off: 'false' },
  { action: 'astral-sh/setup-uv', from: '10', default: false, input: 'enable-cache', off: 'false' },
  { action: 'astral-sh/setup-uv', before: '5', default: false, input: 'enable-cache', off: 'false' },
  { action: 'ruby/setup-ruby', default: false, input: 'bundler-cache', off: 'false' },
  { action: 'pnpm/action-setup', default: false, input: 'cache', off: 'false' },
  { action: 'oven-sh/setup-bun', default: true, input: 'no-cache', inverted: true, off: 'true' },
  { action: 'denoland/setup-deno', default: false, input: 'cache', off: 'false' },
  { action: 'swatinem/rust-cache', default: true, input: 'lookup-only', inverted: true },
  { action: 'mozilla-actions/sccache-action', default: true },
  { action: 'hendrikmuhs/ccache-action', default: true },
  { action: 'actions-rust-lang/setup-rust-toolchain', default: true, input: 'cache', off: 'false' },
  { action: 'gradle/actions/setup-gradle', default: true, input: 'cache-disabled', inverted: true, off: 'true' },
  { action: 'gradle/gradle-build-action', default: true, input: 'cache-disabled', inverted: true, off: 'true' },
  { action: 'graalvm/setup-graalvm', default: false, input: 'cache' },
  { action: 'coursier/cache-action', default: true },
  { action: 'ramsey/composer-install', default: true, input: 'ignore-cache', inverted: true, off: 'true' },
  { action: 'pyo3/maturin-action', default: false, input: 'sccache', off: 'false' },
  { action: 'jdx/mise-action', default: true, input: 'cache', off: 'false' },
  { action: 'mlugg/setup-zig', default: true, input: 'use-cache', off: 'false' },
  { action: 'prefix-dev/setup-pixi', default: false, input: 'cache', off: 'false' },
  { action: 'julia-actions/cache', default: true },
  { action: 'awalsh128/cache-apt-pkgs-action', default: true },
  { action: 'nix-community/cache-nix-action', default: true },
  { action: 'docker/build-push-action', default: false, input: 'cache-from', only: /type=gha/ },
];
