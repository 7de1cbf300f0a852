import type { Facts, FileContent, Mode, Policy, Source, Strictness } from '../types.ts';
import { loadPolicy, type PolicyFile, type PolicyFiles } from './load-policy.ts';
import { readOrganisationSettings, readSettings } from './read-settings.ts';
import { SETTINGS_PATH, WAIVERS_PATH } from './settings-schema.ts';

/** What the caller asks for on top of the settings. */
export interface PolicyOverrides {
  readonly mode?: Mode;
  readonly strictness?: Strictness;
  /** The caller is not trusted to loosen: of the settings and the overrides the stricter word holds. */
  readonly onlyTighten?: boolean;
}

/** Reads the policy at the tip of the base branch, never from the head. */
export async function readPolicy(
  source: Source,
  facts: Facts,
  now: Date,
  knownRules: ReadonlySet<string>,
  overrides: PolicyOverrides,
): Promise<Policy> {
  const files = await source.readPolicy([SETTINGS_PATH, WAIVERS_PATH]);
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
  return {
    ...policy,
    mode: override(MODES, policy.mode, overrides.mode, overrides),
    strictness: override(STRICTNESSES, policy.strictness, overrides.strictness, overrides),
  };
}

/** The organisation's file that settings extend. One that cannot be read, or is broken, is never made up for. */
export async function organisationOf(settings: PolicyFile, facts: Facts): Promise<Pick<PolicyFiles, 'organisation'>> {
  const read = readSettings(settings.text);
  const name = 'faults' in read ? undefined : read.settings.extends;
  const [, repository, path, ref] = /^([^:]+):([^@]+)@(.+)$/.exec(name ?? '') ?? [];
  if (name === undefined || !repository || !path || !ref) return {};
  const [answer] = await facts.answer([{ fact: 'file-at-ref', repository, path, ref }]);
  if (answer?.state !== 'known') {
    const unreadable = `the settings extend \`${name}\`, which cannot be read: whether it locks anything is not known. Grant access to \`${repository}\`, or correct the name in \`${SETTINGS_PATH}\``;
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
