import type { Policy } from '../types.ts';
import { describeIssue } from './describe-issue.ts';
import { loadWaivers } from './load-waivers.ts';
import { nearestWord } from './nearest-word.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { DEFAULT_POLICY, GATE_PRESETS, type Settings, settingsSchema } from './settings-schema.ts';

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
  const file = readYaml(text);
  if ('broken' in file) return invalid([`${path}:${file.line}: not valid YAML, ${file.broken}.`]);
  if (file.value === undefined) return { ...DEFAULT_POLICY, origin: path };

  const result = settingsSchema.safeParse(withoutPreset(file.value));
  if (!result.success) {
    return invalid(result.error.issues.flatMap((issue) => describeIssue(path, file, issue, VOCABULARY)));
  }
  const problems = unknownRules(path, file, result.data, knownRules);
  return { ...toPolicy(result.data), origin: path, problems };
}

const VOCABULARY = {
  keys: {
    '': Object.keys(settingsSchema.shape),
    gate: ['severity', 'confidence'],
    judge: ['enabled', 'model', 'max-tokens', 'forks'],
  },
  words: { gate: Object.keys(GATE_PRESETS) },
};

function invalid(problems: readonly string[]): Policy {
  const consequence = 'The defaults hold until the file is repaired on the base branch.';
  return { ...DEFAULT_POLICY, problems: problems.map((problem) => `${problem} ${consequence}`) };
}

function withoutPreset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('gate' in value) || typeof value.gate !== 'string') return value;
  const preset = Object.hasOwn(GATE_PRESETS, value.gate) ? GATE_PRESETS[value.gate] : undefined;
  return preset === undefined ? value : { ...value, gate: preset };
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
