import type { Change, Facts, FileContent, Mode, Policy, Source, Strictness } from '../types.ts';
import { CODE_OWNERS_PATHS, readCodeOwners } from './code-owners.ts';
import { extendedFile } from './extended-file.ts';
import { loadPolicy, type PolicyFile, type PolicyFiles } from './load-policy.ts';
import { readOrganisationSettings } from './read-settings.ts';
import { DEFAULT_POLICY, SETTINGS_PATH, WAIVERS_PATH } from './settings-schema.ts';

/** What the caller asks for on top of the settings. */
export interface PolicyOverrides {
  readonly mode?: Mode;
  readonly strictness?: Strictness;
  /** The caller is not trusted to loosen: of the settings and the overrides the stricter word holds. */
  readonly onlyTighten?: boolean;
}

/** Reads the policy at the tip of the base branch, never from the head. */
export async function readPolicy(
  source: Pick<Source, 'readPolicy'>,
  facts: Facts,
  now: Date,
  knownRules: ReadonlySet<string>,
  overrides: PolicyOverrides,
): Promise<Policy> {
  const files = await source.readPolicy([SETTINGS_PATH, WAIVERS_PATH, ...CODE_OWNERS_PATHS]);
  const settings = toFile(SETTINGS_PATH, files.get(SETTINGS_PATH));
  const waivers = toFile(WAIVERS_PATH, files.get(WAIVERS_PATH));
  const policy = loadPolicy(
    {
      ...(settings ? { settings } : {}),
      ...(waivers ? { waivers } : {}),
      ...(settings ? await organisationOf(settings, facts) : {}),
    },
    now,
    knownRules,
  );
  const [owners] = CODE_OWNERS_PATHS.flatMap((path) => toFile(path, files.get(path)) ?? []);
  const mode = (set: Mode) => override(MODES, set, overrides.mode, overrides);
  const modes = (set: Readonly<Record<string, Mode>>) =>
    Object.fromEntries(Object.entries(set).map(([rule, one]) => [rule, mode(one)]));
  return {
    ...policy,
    codeOwners: owners ? readCodeOwners(owners.text) : [],
    mode: mode(policy.mode),
    ruleModes: modes(policy.ruleModes),
    scopes: policy.scopes.map((scope) => ({
      ...scope,
      ...(scope.mode === undefined ? {} : { mode: mode(scope.mode) }),
      ruleModes: modes(scope.ruleModes),
    })),
    strictness: override(STRICTNESSES, policy.strictness, overrides.strictness, overrides),
  };
}

/** The settings that a change brings where the base has none; undefined where it has some, or the change brings none. */
export async function firstSettings(
  { source, facts }: { readonly source: Source; readonly facts: Facts },
  { origin }: Policy,
  { files }: Change,
  now: Date,
): Promise<Policy | undefined> {
  if (origin !== DEFAULT_POLICY.origin) return undefined;
  if (!files.some(({ path, status }) => path === SETTINGS_PATH && status === 'added')) return undefined;
  const settings = toFile(SETTINGS_PATH, (await source.read('head', [SETTINGS_PATH])).get(SETTINGS_PATH));
  return settings && loadPolicy({ settings, ...(await organisationOf(settings, facts)) }, now);
}

/** The organisation's file that settings extend. One that cannot be read, or is broken, is never made up for. */
async function organisationOf(settings: PolicyFile, facts: Facts): Promise<Pick<PolicyFiles, 'organisation'>> {
  const extended = extendedFile(settings.text);
  if (extended === undefined) return {};
  const { name, repository, path, ref } = extended;
  const [answer] = await facts.answer([{ fact: 'file-at-ref', repository, path, ref }]);
  if (answer?.state !== 'known') {
    const unreadable = `the settings extend \`${name}\`, which cannot be read: whether it locks anything is not known. Grant access to \`${repository}\`, or correct the name in \`${SETTINGS_PATH}\`; on the command line \`--organisation FILE\` stands for it`;
    return { organisation: { unreadable } };
  }
  const broken = readOrganisationSettings(answer.value);
  if ('faults' in broken) {
    const [first] = broken.faults;
    return { organisation: { unreadable: `\`${name}\` is invalid in line ${first?.line}: ${first?.text}` } };
  }
  return { organisation: { path: name, text: answer.value } };
}

/** From the loosest to the strictest. */
const MODES: readonly Mode[] = ['observe', 'advise', 'enforce'];
const STRICTNESSES: readonly Strictness[] = ['regular', 'pedantic'];

function override<T>(order: readonly T[], set: T, wanted: T | undefined, { onlyTighten }: PolicyOverrides): T {
  if (wanted === undefined) return set;
  return onlyTighten && order.indexOf(wanted) < order.indexOf(set) ? set : wanted;
}

function toFile(path: string, content: FileContent | undefined): PolicyFile | undefined {
  return content?.state === 'text' ? { path, text: content.text } : undefined;
}
