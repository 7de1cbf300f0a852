import type { Policy } from '../types.ts';
import { loadWaivers } from './load-waivers.ts';
import { nearestWord } from './nearest-word.ts';
import { readSettings } from './read-settings.ts';
import type { YamlFile } from './read-yaml.ts';
import { DEFAULT_POLICY, type Settings } from './settings-schema.ts';

/** A file of the base branch. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the policy of a repository from its settings and waivers, both read at the tip of the base branch.
 * An invalid settings file gives the defaults, and `problems` that name file, line, key and value; the waivers
 * are read all the same, entry by entry. With `knownRules`, settings for rules that do not exist are problems too.
 */
export function loadPolicy(
  files: { readonly settings?: PolicyFile; readonly waivers?: PolicyFile },
  now: Date,
  knownRules?: ReadonlySet<string>,
): Policy {
  const settings = files.settings ? loadSettings(files.settings, knownRules) : DEFAULT_POLICY;
  const { waivers, problems } = files.waivers ? loadWaivers(files.waivers, now) : { waivers: [], problems: [] };
  return { ...settings, waivers, problems: [...settings.problems, ...problems] };
}

function loadSettings({ path, text }: PolicyFile, knownRules: ReadonlySet<string> | undefined): Policy {
  const read = readSettings(text);
  if ('faults' in read) return invalid(read.faults.map((fault) => `${path}:${fault.line}: ${fault.text}`));
  const problems = unknownRules(path, read.file, read.settings, knownRules);
  return { ...toPolicy(read.settings), origin: path, problems };
}

function invalid(problems: readonly string[]): Policy {
  const consequence = 'The defaults hold until the file is repaired on the base branch.';
  return { ...DEFAULT_POLICY, problems: problems.map((problem) => `${problem} ${consequence}`) };
}

/** A rule that this version does not know weakens nothing, so it does not make the file invalid. */
function unknownRules(
  path: string,
  file: YamlFile,
  settings: Settings,
  known: ReadonlySet<string> | undefined,
): readonly string[] {
  if (known === undefined) return [];
  const unknown = Object.keys(settings.rules ?? {}).filter((rule) => !known.has(rule));
  return unknown.map((rule) => {
    const nearest = nearestWord(rule, known);
    const advice = nearest === undefined ? 'Remove it.' : `Did you mean \`${nearest}\`?`;
    return `${path}:${file.lineOf(['rules', rule])}: there is no rule \`${rule}\`, so the setting does nothing. ${advice}`;
  });
}

function toPolicy(settings: Settings): Policy {
  const { judge = {} } = settings;
  const fallback = DEFAULT_POLICY;
  return {
    mode: settings.mode ?? fallback.mode,
    strictness: settings.strictness ?? fallback.strictness,
    gate: settings.gate ?? fallback.gate,
    onIncomplete: settings['on-incomplete'] ?? fallback.onIncomplete,
    rules: settings.rules ?? fallback.rules,
    ignore: settings.ignore ?? fallback.ignore,
    agents: settings.agents ?? fallback.agents,
    maxComments: settings['max-comments'] ?? fallback.maxComments,
    judge: {
      enabled: judge.enabled ?? fallback.judge.enabled,
      model: judge.model ?? fallback.judge.model,
      maxTokens: judge['max-tokens'] ?? fallback.judge.maxTokens,
      forks: judge.forks ?? fallback.judge.forks,
    },
    waivers: [],
    origin: fallback.origin,
    problems: [],
  };
}
