import { ANY, BOOLEAN, FILLED, listOf, NUMBER, type Schema, TEXT } from '../schema/schema.ts';

// https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference, November 2026.

const NAMES = listOf(FILLED);
const INTERVALS = ['daily', 'weekly', 'monthly', 'quarterly', 'semiannually', 'yearly', 'cron'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const SCHEDULE: Schema = {
  type: 'map',
  keys: {
    interval: { type: 'scalar', words: INTERVALS },
    day: { type: 'scalar', words: DAYS },
    time: FILLED,
    timezone: FILLED,
    cronjob: FILLED,
  },
  required: ['interval'],
};

const GROUP: Schema = {
  type: 'map',
  keys: {
    'applies-to': { type: 'scalar', words: ['version-updates', 'security-updates'] },
    'dependency-type': { type: 'scalar', words: ['development', 'production'] },
    patterns: NAMES,
    'exclude-patterns': NAMES,
    'update-types': NAMES,
    'group-by': TEXT,
  },
};

const COOLDOWN: Schema = {
  type: 'map',
  keys: {
    'default-days': NUMBER,
    'semver-major-days': NUMBER,
    'semver-minor-days': NUMBER,
    'semver-patch-days': NUMBER,
    include: NAMES,
    exclude: NAMES,
  },
};

export const UPDATE: Schema = {
  type: 'map',
  keys: {
    'package-ecosystem': FILLED,
    directory: FILLED,
    directories: NAMES,
    schedule: SCHEDULE,
    allow: listOf({ type: 'map', keys: { 'dependency-name': TEXT, 'dependency-type': TEXT, 'update-types': NAMES } }),
    assignees: NAMES,
    'commit-message': {
      type: 'map',
      keys: { prefix: TEXT, 'prefix-development': TEXT, include: { type: 'scalar', words: ['scope'] } },
    },
    cooldown: COOLDOWN,
    'enable-beta-ecosystems': BOOLEAN,
    'exclude-paths': NAMES,
    groups: { type: 'map', rest: GROUP },
    ignore: listOf({ type: 'map', keys: { 'dependency-name': TEXT, versions: ANY, 'update-types': NAMES } }),
    'insecure-external-code-execution': { type: 'scalar', words: ['allow', 'deny'] },
    labels: listOf(TEXT),
    milestone: ANY,
    'multi-ecosystem-group': FILLED,
    name: TEXT,
    'open-pull-requests-limit': NUMBER,
    patterns: NAMES,
    'pull-request-branch-name': { type: 'map', keys: { separator: { type: 'scalar', words: ['-', '_', '/'] } } },
    'rebase-strategy': { type: 'scalar', words: ['auto', 'disabled'] },
    registries: ANY,
    reviewers: NAMES,
    'target-branch': FILLED,
    vendor: BOOLEAN,
    'versioning-strategy': {
      type: 'scalar',
      words: ['auto', 'increase', 'increase-if-necessary', 'lockfile-only', 'widen'],
    },
  },
  required: ['package-ecosystem'],
};

export const DEPENDABOT: Schema = {
  type: 'map',
  keys: {
    version: { type: 'scalar', words: ['2'] },
    updates: listOf(ANY),
    registries: { type: 'map', rest: ANY },
    'enable-beta-ecosystems': BOOLEAN,
    'multi-ecosystem-groups': { type: 'map', rest: ANY },
  },
  required: ['version', 'updates'],
};

export const ECOSYSTEMS: readonly string[] = [
  'bazel',
  'bun',
  'bundler',
  'cargo',
  'composer',
  'conda',
  'devcontainers',
  'docker',
  'docker-compose',
  'dotnet-sdk',
  'elm',
  'github-actions',
  'gitsubmodule',
  'gomod',
  'gradle',
  'helm',
  'julia',
  'maven',
  'mix',
  'nix',
  'npm',
  'nuget',
  'opentofu',
  'pip',
  'pre-commit',
  'pub',
  'rust-toolchain',
  'swift',
  'terraform',
  'uv',
  'vcpkg',
];
