import { attribute, blocksOf, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { addVersion } from './modules/add-version.ts';
import { insertLines } from './modules/insert-lines.ts';
import {
  functionUses,
  hasProviderSettings,
  type ProviderUse,
  providerUses,
  type RequiredProvider,
  requiredBlocks,
  requiredProviders,
} from './modules/required-providers.ts';

export const providerVersionMissing: Rule<TerraformModule> = {
  id: 'provider-version-missing',
  kinds: ['terraform'],
  title: 'Provider has no version',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: { tflint: ['terraform_required_providers'] },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module, context) {
    const uses = providerUses(module);
    const functions = functionUses(module);
    const [first] = [...uses, ...functions];
    if (!first) return;
    if (!module.complete) {
      yield { unverified: 'not every file of the module was read', path: first.document.path, range: first.range };
      return;
    }
    const required = requiredProviders(module);
    const lock = locked(module, context);
    const found = [
      ...required.flatMap((one) => entryProblem(one, lock)),
      ...[...functions, ...(hasProviderSettings(module) ? uses.filter((use) => !isAmong(use, functions)) : [])]
        .filter((use) => !isAmong(use, required))
        .map((use) => missing(use, module, lock)),
      ...versionsInBlocks(module),
    ];
    yield* found;
    const [entry] = required;
    if (entry && found.length === 0) {
      yield {
        proof: `${required.length} of ${required.length} providers have a version`,
        path: entry.document.path,
        range: entry.entry.range,
      };
    }
  },
};

function isAmong({ name }: ProviderUse, others: readonly { readonly name: string }[]): boolean {
  return others.some((one) => one.name === name);
}

/** Versions by source address, from the lock file of the module. */
function locked({ directory }: TerraformModule, context: RuleContext): ReadonlyMap<string, string> {
  const document = context.document(directory === '' ? '.terraform.lock.hcl' : `${directory}/.terraform.lock.hcl`);
  if (document?.kind !== 'terraform') return new Map();
  return new Map(
    blocksOf((document as TerraformDocument).view, 'provider').flatMap((block) => {
      const value = attribute(block, 'version')?.value;
      const [, source] = /^[^/]+\/(.+)$/.exec(block.labels[0]?.text ?? '') ?? [];
      return source !== undefined && value?.kind === 'literal' ? [[source, String(value.value)] as const] : [];
    }),
  );
}

/** `~> 6.2` for 6.2.14: new features and fixes, no new major version. */
function constraint(version: string | undefined): string | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
  return major === undefined ? undefined : `~> ${major}.${minor}`;
}

function entryProblem(one: RequiredProvider, lock: ReadonlyMap<string, string>): Observation[] {
  const { name, entry, document, source, hasVersion, legacy } = one;
  if (hasVersion && source !== undefined) return [];
  const version = hasVersion ? undefined : constraint(lock.get(source ?? `hashicorp/${name}`));
  const fix = version === undefined ? undefined : addVersion(one, version);
  return [
    {
      path: document.path,
      range: entry.range,
      key: name,
      severity: hasVersion ? 'low' : 'medium',
      message: {
        what: hasVersion
          ? `The provider ${quote(name)} has a version and no ${quote('source')}.`
          : `The provider ${quote(name)} is required without a version.`,
        why: hasVersion
          ? 'Terraform guesses the namespace; a provider of another publisher is then not found, or is another one.'
          : 'The next init without a lock file takes the newest release, and a new major version changes or replaces resources unasked.',
        remedy: hasVersion
          ? `Write ${quote(`source = "hashicorp/${name}"`)}, or whoever publishes it${legacy ? ', and the version beside it' : ''}.`
          : 'Add the version that you run.',
      },
      ...(fix ? { fix } : {}),
    },
  ];
}

/** Providers that make nothing outside of the state and of the machine they run on. */
const LOCAL_ONLY = new Set(['archive', 'external', 'http', 'local', 'null', 'random', 'template', 'time', 'tls']);

function missing(
  { name, range, document, isFunction = false }: ProviderUse,
  module: TerraformModule,
  lock: ReadonlyMap<string, string>,
): Observation {
  const version = constraint(lock.get(`hashicorp/${name}`));
  const [block] = requiredBlocks(module);
  const lines = [`${name} = {`, `  source  = "hashicorp/${name}"`, `  version = "${version}"`, '}'];
  const edit = block && { path: block.document.path, ...insertLines(block.document.source, block.block, lines, false) };
  return {
    path: document.path,
    range,
    key: name,
    ...(isFunction || !LOCAL_ONLY.has(name) ? {} : { severity: 'low' as const }),
    message: {
      what: `${isFunction ? 'A function of the' : 'The'} provider ${quote(name)} is used, and ${quote('required_providers')} does not name it.`,
      why: isFunction
        ? 'Terraform does not guess for functions: without the name there it knows no such function, and stops.'
        : 'Terraform guesses who publishes it, and the next init without a lock file takes the newest release, which can change or replace resources unasked.',
      remedy: `Name it in ${quote('required_providers')} with source and version.`,
    },
    ...(edit && version !== undefined
      ? { fix: { title: `Require ${name} ${version}`, safety: 'review' as const, edits: [edit] } }
      : {}),
  };
}

/** `version` inside a provider block: Terraform warns of it since 0.13. */
function versionsInBlocks(module: TerraformModule): Observation[] {
  return module.documents.flatMap((document) =>
    blocksOf(document.view, 'provider').flatMap((block): Observation[] => {
      const version = attribute(block, 'version');
      if (!version) return [];
      const name = block.labels[0]?.text ?? '';
      return [
        {
          path: document.path,
          range: version.range,
          key: `${name}/version`,
          severity: 'low',
          message: {
            what: `The block of the provider ${quote(name)} sets its ${quote('version')}.`,
            why: 'That is deprecated and ignored in part: what init installs is decided by `required_providers`.',
            remedy: `Keep the version in ${quote('required_providers')} only.`,
          },
        },
      ];
    }),
  );
}
