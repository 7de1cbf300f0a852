import type * as z from 'zod';
import { describeIssue, type Fault } from './describe-issue.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { type OrganisationSettings, organisationSchema, type Settings, settingsSchema } from './settings-schema.ts';

export type Read<Value> = { readonly settings: Value; readonly file: YamlFile } | { readonly faults: readonly Fault[] };

/** Reads a repository's settings: what they set, and where; or all that makes them invalid. */
export function readSettings(text: string): Read<Settings> {
  return read(text, settingsSchema, Object.keys(settingsSchema.shape));
}

/** Reads an organisation's settings, floors included. */
export function readOrganisationSettings(text: string): Read<OrganisationSettings> {
  return read(text, organisationSchema, Object.keys(organisationSchema.shape));
}

function read<Value extends object>(text: string, schema: z.ZodType<Value>, keys: readonly string[]): Read<Value> {
  const file = readYaml(text);
  if ('broken' in file) return { faults: [{ line: file.line, text: `not valid YAML, ${file.broken}.` }] };
  if (file.value === undefined) return { settings: {} as Value, file };
  const result = schema.safeParse(file.value);
  if (result.success) return { settings: result.data, file };
  const vocabulary = { keys: { ...KEYS, '': keys }, words: { gate: ['safe', 'high', 'strict'] } };
  return { faults: result.error.issues.flatMap((issue) => describeIssue(file, issue, vocabulary)) };
}

const SCOPE_KEYS = ['paths', 'owners', 'mode', 'enforce-from', 'gate', 'rules'];
const KEYS = {
  gate: ['severity', 'confidence'],
  judge: ['enabled', 'model', 'max-tokens', 'forks', 'allow', 'deny'],
  waivers: ['approvers'],
  'scopes.*': SCOPE_KEYS,
  'personas.*': ['gate'],
  'rules.*': ['severity', 'mode'],
  locked: ['mode', 'strictness', 'gate', 'on-incomplete', 'ratchet', 'rules', 'ignore', 'waivers', 'judge'],
};
