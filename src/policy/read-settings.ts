import { describeIssue, type Fault } from './describe-issue.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { GATE_PRESETS, type Settings, settingsSchema } from './settings-schema.ts';

/** Reads a settings file: what it sets, and where; or all that makes it invalid. */
export function readSettings(
  text: string,
): { readonly settings: Settings; readonly file: YamlFile } | { readonly faults: readonly Fault[] } {
  const file = readYaml(text);
  if ('broken' in file) return { faults: [{ line: file.line, text: `not valid YAML, ${file.broken}.` }] };
  if (file.value === undefined) return { settings: {}, file };
  const result = settingsSchema.safeParse(withoutPreset(file.value));
  if (result.success) return { settings: result.data, file };
  return { faults: result.error.issues.flatMap((issue) => describeIssue(file, issue, VOCABULARY)) };
}

const VOCABULARY = {
  keys: {
    '': Object.keys(settingsSchema.shape),
    gate: ['severity', 'confidence'],
    judge: ['enabled', 'model', 'max-tokens', 'forks'],
  },
  words: { gate: Object.keys(GATE_PRESETS) },
};

function withoutPreset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('gate' in value) || typeof value.gate !== 'string') return value;
  const preset = Object.hasOwn(GATE_PRESETS, value.gate) ? GATE_PRESETS[value.gate] : undefined;
  return preset === undefined ? value : { ...value, gate: preset };
}
