import { attribute, blocksOf, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RequiredProvider, requiredProviders } from './modules/required-providers.ts';
import { backendOf } from './state/backend-of.ts';
import { satisfies } from './versions/satisfies.ts';

export const lockFileMissingOrStale: Rule<TerraformModule> = {
  id: 'lock-file-missing-or-stale',
  kinds: ['terraform'],
  title: 'Providers are not locked',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module, context) {
    const path = module.directory === '' ? '.terraform.lock.hcl' : `${module.directory}/.terraform.lock.hcl`;
    const required = requiredProviders(module);
    const lock = context.document(path);
    if (lock?.kind === 'terraform' && lock.view !== undefined) {
      yield* stale(required, lock as TerraformDocument);
      return;
    }
    // Only what keeps a state is run on its own; a module is locked by whoever calls it.
    const [root] = backendOf(module);
    if (!root || required.length === 0) return;
    const place = { path: root.document.path, range: root.block.headerRange };
    if (context.exists(path) !== false) {
      yield { unverified: `${path} was not read`, ...place };
      return;
    }
    yield {
      ...place,
      key: 'missing',
      message: {
        what: `${quote(path)} is not in the repository.`,
        why: 'Every init takes the newest provider that the constraints allow, unchecked: the plan of the pipeline is not the plan that was reviewed.',
        remedy: `Run ${quote('terraform init')} and commit the file.`,
      },
    };
  },
};

interface Locked {
  readonly version: string;
}

function lockedProviders(lock: TerraformDocument): ReadonlyMap<string, Locked> {
  return new Map(
    blocksOf(lock.view, 'provider').flatMap((block) => {
      const version = attribute(block, 'version')?.value;
      const [, source] = /^[^/]+\/(.+)$/.exec(block.labels[0]?.text ?? '') ?? [];
      return source !== undefined && version?.kind === 'literal'
        ? [[source.toLowerCase(), { version: String(version.value) }] as const]
        : [];
    }),
  );
}

function* stale(required: readonly RequiredProvider[], lock: TerraformDocument): Generator<Observation> {
  const locked = lockedProviders(lock);
  const named = required.flatMap((one) => {
    const source = sourceOf(one);
    return source === undefined ? [] : [{ one, source, held: locked.get(source) }];
  });
  const problems = named.flatMap(({ one, source, held }) => {
    const what = held ? mismatch(one, held) : `${quote(source)} is not in the lock file`;
    return what === undefined ? [] : [problem(one, source, what, lock)];
  });
  yield* problems;
  const [first] = blocksOf(lock.view, 'provider');
  if (first && named.length > 0 && problems.length === 0)
    yield {
      proof: `${named.length} of ${named.length} providers are locked`,
      path: lock.path,
      range: first.headerRange,
    };
}

/** `namespace/type`; undefined for what is built in, and for registries of one's own, which the lock names in full. */
function sourceOf({ name, source, entry }: RequiredProvider): string | undefined {
  const full = (source ?? `hashicorp/${name}`).toLowerCase().replace(/^registry\.(terraform\.io|opentofu\.org)\//, '');
  if (full.startsWith('terraform.io/builtin') || full.split('/').length !== 2) return undefined;
  return entry.value.kind === 'object' || entry.value.kind === 'literal' ? full : undefined;
}

function mismatch({ entry }: RequiredProvider, { version }: Locked): string | undefined {
  const { value } = entry;
  const given = value.kind === 'object' ? value.entries.find(({ name }) => name === 'version')?.value : value;
  if (given?.kind !== 'literal' || typeof given.value !== 'string') return undefined;
  if (satisfies(version, given.value) !== false) return undefined;
  return `The lock file holds ${quote(version)}, and ${quote(given.value)} is required`;
}

function problem(one: RequiredProvider, source: string, what: string, lock: TerraformDocument): Observation {
  return {
    path: one.document.path,
    range: one.entry.range,
    key: source,
    message: {
      what: `${what.replace(/^`/, 'The provider `')}.`,
      why: 'The pipeline fails on init, or, where it may write the lock file, installs a version that nobody reviewed.',
      remedy: `Run ${quote('terraform init -upgrade')} and commit the lock file with this change.`,
    },
    related: [
      {
        path: lock.path,
        side: lock.side,
        range: blocksOf(lock.view, 'provider')[0]?.headerRange ?? { start: 0, end: 0 },
        message: 'The lock file.',
      },
    ],
  };
}
