import type * as z from 'zod';
import { nearestWord } from './nearest-word.ts';
import type { YamlFile } from './read-yaml.ts';

type Issue = z.core.$ZodIssue;

/** What stands where the schema is not a list of words, in the words of the settings file. */
const EXPECTED: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  int: 'a whole number',
  number: 'a whole number',
  object: 'a mapping of keys',
  record: 'a mapping of keys',
  string: 'a text',
};

/** Words that a key accepts although its schema is not a list of words. */
export interface Vocabulary {
  /** The keys that a mapping knows, by its dotted path; the top is the empty path, `*` the last part of any. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Words that stand for a mapping, by dotted path. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** What is wrong with a line of a settings file, counted from 1. */
export interface Fault {
  readonly line: number;
  /** A sentence or two, with the key, its value and the nearest right word. */
  readonly text: string;
}

/** Says what is wrong in a settings file. */
export function describeIssue(file: YamlFile, issue: Issue, vocabulary: Vocabulary): readonly Fault[] {
  const key = issue.path.map(String).join('.');
  if (issue.code === 'invalid_union') {
    const branch = branchFor(issue, valueAt(file.value, issue.path));
    if (branch) return branch.flatMap((inner) => describeIssue(file, within(issue, inner), vocabulary));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = vocabulary.keys[key] ?? vocabulary.keys[key.replace(/\.[^.]+$/, '.*')] ?? [];
    return issue.keys.map((name) => ({
      line: file.lineOf([...issue.path, name]),
      text: `there is no key \`${[key, name].filter(Boolean).join('.')}\`. ${hint(name, known)}`,
    }));
  }
  const value = valueAt(file.value, issue.path);
  const line = file.lineOf(issue.path);
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : (vocabulary.words[key] ?? []);
  if (value === undefined) return [{ line, text: `\`${key}\` is missing. ${missing(words)}`.trimEnd() }];
  const subject = key === '' ? `the file is ${show(value)}` : `\`${key}\` is ${show(value)}`;
  return [{ line, text: `${subject}. ${words.length > 0 ? hint(word(value), words) : expectation(issue)}` }];
}

/** Of several forms that a value may have, what is wrong with the one that was meant. */
function branchFor(
  { errors }: Issue & { readonly code: 'invalid_union' },
  value: unknown,
): readonly Issue[] | undefined {
  const wantsMapping = (branch: readonly Issue[]) =>
    !branch.some(({ path, code }) => path.length === 0 && code === 'invalid_value');
  return errors.find((branch) => wantsMapping(branch) === isRecord(value)) ?? errors[0];
}

function within(outer: Issue, inner: Issue): Issue {
  return { ...inner, path: [...outer.path, ...inner.path] };
}

/** YAML 1.1 habits: `off` and `on` were booleans once. */
function word(value: unknown): string {
  if (value === false) return 'off';
  return typeof value === 'string' ? value : '';
}

function hint(written: string, words: readonly string[]): string {
  const nearest = nearestWord(written, words);
  const list = `Known: ${words.map((known) => `\`${known}\``).join(', ')}.`;
  return nearest === undefined ? list : `Did you mean \`${nearest}\`? ${list}`;
}

function missing(words: readonly string[]): string {
  return words.length > 0 ? `Known: ${words.map((known) => `\`${known}\``).join(', ')}.` : '';
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return `It has to be ${EXPECTED[issue.expected] ?? issue.expected}.`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'It must not be empty.';
  if (issue.code === 'too_small') return `It has to be at least ${issue.minimum}.`;
  if (issue.code === 'too_big') return `It has to be at most ${issue.maximum}.`;
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'It has to be a date, as in `2027-01-31`.';
  return `${issue.message}.`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Collections are not printed: an alias can make a small file stand for a huge value. */
function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a mapping';
  if (value === null) return 'empty';
  return `\`${String(value)
    .replace(/[`\r\n]/g, ' ')
    .slice(0, 60)}\``;
}
