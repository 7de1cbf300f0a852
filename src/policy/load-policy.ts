import type { Policy } from '../types.ts';
import { applyFloors } from './apply-floors.ts';
import { type Layer, layered } from './layers.ts';
import { loadWaivers } from './load-waivers.ts';
import { nearestWord } from './nearest-word.ts';
import { readOrganisationSettings, readSettings } from './read-settings.ts';
import type { YamlFile } from './read-yaml.ts';
import { DEFAULT_POLICY, type Floors, type Settings } from './settings-schema.ts';
import { toPolicy } from './to-policy.ts';

/** A file of the base branch. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
}

export interface PolicyFiles {
  readonly settings?: PolicyFile;
  readonly waivers?: PolicyFile;
  /** The organisation's file that the settings extend; absent where they extend none. */
  readonly organisation?: PolicyFile | { readonly unreadable: string };
}

/**
 * Makes the policy of a repository from its settings and waivers, both read at the tip of the base branch, and the
 * organisation's settings that they extend. Invalid settings give the defaults, and `problems` that name file, line, key
 * and value; the waivers are read all the same, entry by entry. With `knownRules`, settings for rules that do not exist
 * are problems too.
 */
export function loadPolicy(files: PolicyFiles, now: Date, knownRules?: ReadonlySet<string>): Policy {
  const settings = loadSettings(files, now, knownRules);
  const { waivers, problems } = files.waivers
    ? loadWaivers(files.waivers, now, knownRules)
    : { waivers: [], problems: [] };
  return { ...settings, waivers, problems: [...settings.problems, ...problems] };
}

function loadSettings(
  { settings, organisation }: PolicyFiles,
  now: Date,
  known: ReadonlySet<string> | undefined,
): Policy {
  const layers: Layer[] = [];
  const problems: string[] = [];
  const floors = loadOrganisation(organisation, layers, problems);
  const unreadable = organisation && 'unreadable' in organisation ? organisation.unreadable : undefined;
  if (settings) {
    const read = readSettings(settings.text);
    if ('faults' in read) problems.push(...faultsOf(settings.path, read.faults));
    else {
      layers.push({ settings: read.settings, name: settings.path });
      problems.push(...unknownRules(settings.path, read.file, read.settings, known));
    }
  }
  const policy = { ...toPolicy(layered(layers), now), problems, origin: originOf(layers) };
  const floored = floors ? applyFloors(policy, floors.floors, floors.name) : policy;
  return unreadable === undefined ? floored : { ...floored, unreadable };
}

function originOf(layers: readonly Layer[]): string {
  return layers.length === 0
    ? DEFAULT_POLICY.origin
    : layers
        .map(({ name }) => name)
        .toReversed()
        .join(', over ');
}

/** An organisation's file that is broken has floors that nobody knows: that is not for the defaults to fill in. */
function loadOrganisation(
  file: PolicyFiles['organisation'],
  layers: Layer[],
  problems: string[],
): { readonly floors: Floors; readonly name: string } | undefined {
  if (file === undefined || 'unreadable' in file) return undefined;
  const read = readOrganisationSettings(file.text);
  if ('faults' in read) {
    problems.push(...faultsOf(file.path, read.faults));
    return undefined;
  }
  const { locked = {}, ...settings } = read.settings;
  layers.push({ settings, name: file.path });
  return { floors: locked, name: file.path };
}

function faultsOf(
  path: string,
  faults: readonly { readonly line: number; readonly text: string }[],
): readonly string[] {
  const consequence = 'The defaults hold until the file is repaired on the base branch.';
  return faults.map(({ line, text }) => `${path}:${line}: ${text} ${consequence}`);
}

/** A rule that this version does not know weakens nothing, so it does not make the file invalid. */
function unknownRules(
  path: string,
  file: YamlFile,
  settings: Settings,
  known: ReadonlySet<string> | undefined,
): readonly string[] {
  if (known === undefined) return [];
  const places = [
    ...Object.keys(settings.rules ?? {}).map((rule) => ({ rule, at: ['rules', rule] })),
    ...(settings.scopes ?? []).flatMap((scope, index) =>
      Object.keys(scope.rules ?? {}).map((rule) => ({ rule, at: ['scopes', index, 'rules', rule] })),
    ),
  ];
  return places
    .filter(({ rule }) => !known.has(rule))
    .map(({ rule, at }) => {
      const nearest = nearestWord(rule, known);
      const advice = nearest === undefined ? 'Remove it.' : `Did you mean \`${nearest}\`?`;
      return `${path}:${file.lineOf(at)}: there is no rule \`${rule}\`, so the setting does nothing. ${advice}`;
    });
}
