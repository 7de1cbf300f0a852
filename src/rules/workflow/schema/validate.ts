import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range, Severity } from '../../../types.ts';
import { closestName } from '../jobs/closest-name.ts';
import type { Schema } from './schema.ts';

/**
 * What does not fit. `refused`: GitHub does not run the file; `unknown`: a key that may be newer than this table;
 * `idle`: GitHub runs the file, and this has no effect.
 */
export interface Mismatch {
  readonly kind: 'refused' | 'unknown' | 'idle';
  /** Of one that is idle, where more is lost by it than a word. */
  readonly severity?: Severity;
  readonly range: Range;
  readonly what: string;
  readonly remedy: string;
  /** Keys that lead there. */
  readonly path: readonly string[];
  /** The key that was probably meant. */
  readonly meant?: string;
}

/** Where a node stands: the key that leads to it and what is above, put together only where something is wrong. */
interface At {
  readonly above: At | readonly string[];
  readonly key?: string;
  readonly range: Range;
}

/** Everything below a node that its schema does not allow. `path` leads to the node; `range` is told where it is missing. */
export function validate(
  node: YamlNode,
  schema: Schema,
  { path, range }: { readonly path: readonly string[]; readonly range: Range },
): readonly Mismatch[] {
  const found: Mismatch[] = [];
  check(node, schema, { above: path, range }, found);
  return found;
}

function check(node: YamlNode, schema: Schema, at: At, found: Mismatch[]): void {
  if (schema.type === 'any' || isExpression(node)) return;
  if (schema.type === 'either') checkEither(node, schema.options, at, found);
  else if (schema.type === 'scalar') checkScalar(node, schema, at, found);
  else if (schema.type === 'list') checkList(node, schema, at, found);
  else checkMap(node, schema, at, found);
}

/** The option that has the right shape speaks; where none has, the first says what is expected. */
function checkEither(node: YamlNode, options: readonly Schema[], at: At, found: Mismatch[]): void {
  const fitting = options.find((option) => shapeOf(option) === node.type) ?? options[0];
  if (fitting) check(node, fitting, at, found);
}

function shapeOf(schema: Schema): string {
  return schema.type;
}

function checkScalar(node: YamlNode, schema: Extract<Schema, { type: 'scalar' }>, at: At, found: Mismatch[]): void {
  if (node.type !== 'scalar') {
    found.push(refused(at, `${named(at)} is ${shapeName(node)}, and must be one value.`, 'Write a single value.'));
    return;
  }
  if (node.value === null || node.text.trim() === '') {
    if (schema.notEmpty) found.push(refused(at, `${named(at)} is empty.`, 'Give it a value, or take the key out.'));
    return;
  }
  if (schema.of && typeof node.value !== schema.of) {
    const wrong = `${named(at)} is \`${short(node)}\`, which is no ${schema.of}.`;
    found.push(refused({ ...at, range: node.range }, wrong, `Write a ${schema.of}.`));
  }
  if (schema.positive && typeof node.value === 'number' && node.value <= 0) {
    const wrong = `${named(at)} is \`${short(node)}\`.`;
    found.push({ ...refused({ ...at, range: node.range }, wrong, 'Write a number above 0.'), kind: 'idle' });
  }
  if (schema.words && !schema.words.includes(node.text)) {
    const remedy = `Write ${schema.words.map((word) => `\`${word}\``).join(' or ')}.`;
    found.push(refused({ ...at, range: node.range }, `${named(at)} is \`${short(node)}\`.`, remedy));
  }
}

function checkList(node: YamlNode, schema: Extract<Schema, { type: 'list' }>, at: At, found: Mismatch[]): void {
  if (node.type !== 'list') {
    if (node.type === 'scalar' && node.value === null && !schema.notEmpty) return;
    const wrong = `${named(at)} is ${shapeName(node)}, and must be a list.`;
    found.push(refused(at, wrong, 'Write a list, each item behind a `-`.'));
    return;
  }
  if (schema.notEmpty && node.items.length === 0)
    found.push(refused(at, `${named(at)} is an empty list.`, 'Put something into it, or take the key out.'));
  for (const item of node.items) check(item, schema.items, { above: at, range: item.range }, found);
}

function checkMap(node: YamlNode, schema: Extract<Schema, { type: 'map' }>, at: At, found: Mismatch[]): void {
  if (node.type !== 'map') {
    if (node.type === 'scalar' && node.value === null && !schema.notEmpty && !schema.required) return;
    const wrong = `${named(at)} is ${shapeName(node)}, and must have keys of its own.`;
    found.push(refused(at, wrong, 'Write keys with values below it.'));
    return;
  }
  findDuplicates(node, at, found);
  for (const range of node.mergeKeys ?? []) {
    const wrong = `A merge key \`<<\` stands in ${where(at)}; GitHub reads anchors and aliases, but no merge keys.`;
    found.push(
      refused({ above: at, key: '<<', range }, wrong, 'Write the keys out, or use the alias as the whole value.'),
    );
  }
  for (const key of schema.required ?? []) {
    if (!node.entries.some((entry) => entry.key.text === key))
      found.push(refused(at, `${named(at)} has no \`${key}\`.`, `Add \`${key}\`.`));
  }
  for (const entry of node.entries) {
    const inner = schema.keys?.[entry.key.text] ?? schema.rest;
    if (inner) check(entry.value, inner, { above: at, key: entry.key.text, range: entry.range }, found);
    else if (entry.merged) continue;
    else if (schema.elsewhere?.keys.includes(entry.key.text)) found.push(misplacedKey(entry, schema.elsewhere.of, at));
    else found.push(unknownKey(entry, Object.keys(schema.keys ?? {}), at));
  }
}

function findDuplicates(node: YamlMap, at: At, found: Mismatch[]): void {
  const seen = new Set<string>();
  for (const { key, merged } of node.entries) {
    if (merged) continue;
    if (seen.has(key.text)) {
      const wrong = `The key \`${key.text.slice(0, 60)}\` stands twice in ${where(at)}.`;
      found.push(refused({ above: at, key: key.text, range: key.range }, wrong, 'Keep one of them.'));
    }
    seen.add(key.text);
  }
}

function misplacedKey({ key: { text, range } }: YamlEntry, owner: string, at: At): Mismatch {
  const inner = { above: at, key: text, range };
  return refused(inner, `\`${text}\` belongs to ${owner}.`, 'Take it out, or move it to where it belongs.');
}

function unknownKey(entry: YamlEntry, known: readonly string[], at: At): Mismatch {
  const { text, range } = entry.key;
  const meant = closestName(text, known);
  const wrong = `\`${text.slice(0, 60)}\` is no key of ${where(at)}.`;
  const remedy = meant ? `Write \`${meant}\`.` : 'Check its spelling and its indentation.';
  return {
    ...refused({ above: at, key: text, range }, wrong, remedy),
    // GitHub will have no key without a name.
    kind: meant || entry.key.value === null ? 'refused' : 'unknown',
    ...(meant ? { meant } : {}),
  };
}

function refused(at: At, what: string, remedy: string): Mismatch {
  return { kind: 'refused', range: at.range, path: pathOf(at), what, remedy };
}

function pathOf({ above, key }: At): readonly string[] {
  const path = 'range' in above ? pathOf(above) : above;
  return key === undefined ? path : [...path, key];
}

function named(at: At): string {
  const key = pathOf(at).at(-1);
  return key === undefined ? 'The workflow' : `\`${key.slice(0, 60)}\``;
}

function where(at: At): string {
  return pathOf(at).length === 0 ? 'a workflow' : named(at);
}

function shapeName(node: YamlNode): string {
  if (node.type === 'map') return 'a mapping';
  if (node.type === 'list') return 'a list';
  return node.value === null ? 'empty' : 'a single value';
}

function short({ text }: YamlScalar): string {
  return text.replaceAll('`', "'").slice(0, 60);
}

function isExpression(node: YamlNode): boolean {
  return node.type === 'scalar' && node.text.includes('${{');
}
