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

type At = { readonly path: readonly string[]; readonly range: Range };

/** Everything below a node that its schema does not allow. */
export function* validate(node: YamlNode, schema: Schema, at: At): Generator<Mismatch> {
  if (schema.type === 'any' || isExpression(node)) return;
  if (schema.type === 'either') yield* validateEither(node, schema.options, at);
  else if (schema.type === 'scalar') yield* validateScalar(node, schema, at);
  else if (schema.type === 'list') yield* validateList(node, schema, at);
  else yield* validateMap(node, schema, at);
}

/** The option that has the right shape speaks; where none has, the first says what is expected. */
function* validateEither(node: YamlNode, options: readonly Schema[], at: At): Generator<Mismatch> {
  const fitting = options.find((option) => shapeOf(option) === node.type) ?? options[0];
  if (fitting) yield* validate(node, fitting, at);
}

function shapeOf(schema: Schema): string {
  return schema.type;
}

function* validateScalar(node: YamlNode, schema: Extract<Schema, { type: 'scalar' }>, at: At): Generator<Mismatch> {
  if (node.type !== 'scalar') {
    yield refused(at, `${named(at)} is ${shapeName(node)}, and must be one value.`, 'Write a single value.');
    return;
  }
  if (node.value === null || node.text.trim() === '') {
    if (schema.notEmpty) yield refused(at, `${named(at)} is empty.`, 'Give it a value, or take the key out.');
    return;
  }
  if (schema.of && typeof node.value !== schema.of) {
    yield refused(
      { ...at, range: node.range },
      `${named(at)} is \`${short(node)}\`, which is no ${schema.of}.`,
      `Write a ${schema.of}.`,
    );
  }
  if (schema.positive && typeof node.value === 'number' && node.value <= 0) {
    const wrong = `${named(at)} is \`${short(node)}\`.`;
    yield { ...refused({ ...at, range: node.range }, wrong, 'Write a number above 0.'), kind: 'idle' };
  }
  if (schema.words && !schema.words.includes(node.text)) {
    yield refused(
      { ...at, range: node.range },
      `${named(at)} is \`${short(node)}\`.`,
      `Write ${schema.words.map((word) => `\`${word}\``).join(' or ')}.`,
    );
  }
}

function* validateList(node: YamlNode, schema: Extract<Schema, { type: 'list' }>, at: At): Generator<Mismatch> {
  if (node.type !== 'list') {
    if (node.type !== 'scalar' || node.value !== null || schema.notEmpty) {
      yield refused(
        at,
        `${named(at)} is ${shapeName(node)}, and must be a list.`,
        'Write a list, each item behind a `-`.',
      );
    }
    return;
  }
  if (schema.notEmpty && node.items.length === 0)
    yield refused(at, `${named(at)} is an empty list.`, 'Put something into it, or take the key out.');
  for (const item of node.items) yield* validate(item, schema.items, { path: at.path, range: item.range });
}

function* validateMap(node: YamlNode, schema: Extract<Schema, { type: 'map' }>, at: At): Generator<Mismatch> {
  if (node.type !== 'map') {
    if (node.type === 'list' || node.value !== null || schema.notEmpty || schema.required) {
      yield refused(
        at,
        `${named(at)} is ${shapeName(node)}, and must have keys of its own.`,
        'Write keys with values below it.',
      );
    }
    return;
  }
  yield* duplicates(node, at);
  for (const range of node.mergeKeys ?? []) {
    yield refused(
      { path: [...at.path, '<<'], range },
      `A merge key \`<<\` stands in ${where(at)}; GitHub reads anchors and aliases, but no merge keys.`,
      'Write the keys out, or use the alias as the whole value.',
    );
  }
  for (const key of schema.required ?? []) {
    if (!node.entries.some((entry) => entry.key.text === key))
      yield refused(at, `${named(at)} has no \`${key}\`.`, `Add \`${key}\`.`);
  }
  for (const entry of node.entries) {
    const inner = schema.keys?.[entry.key.text] ?? schema.rest;
    if (inner) yield* validate(entry.value, inner, { path: [...at.path, entry.key.text], range: entry.range });
    else if (entry.merged) continue;
    else if (schema.elsewhere?.keys.includes(entry.key.text)) yield misplacedKey(entry, schema.elsewhere.of, at);
    else yield unknownKey(entry, Object.keys(schema.keys ?? {}), at);
  }
}

function* duplicates(node: YamlMap, at: At): Generator<Mismatch> {
  const seen = new Set<string>();
  for (const { key, merged } of node.entries) {
    if (merged) continue;
    if (seen.has(key.text)) {
      yield refused(
        { path: [...at.path, key.text], range: key.range },
        `The key \`${key.text.slice(0, 60)}\` stands twice in ${where(at)}.`,
        'Keep one of them.',
      );
    }
    seen.add(key.text);
  }
}

function misplacedKey({ key: { text, range } }: YamlEntry, owner: string, at: At): Mismatch {
  return {
    kind: 'refused',
    range,
    path: [...at.path, text],
    what: `\`${text}\` belongs to ${owner}.`,
    remedy: 'Take it out, or move it to where it belongs.',
  };
}

function unknownKey(entry: YamlEntry, known: readonly string[], at: At): Mismatch {
  const { text, range } = entry.key;
  const meant = closestName(text, known);
  return {
    // GitHub will have no key without a name.
    kind: meant || entry.key.value === null ? 'refused' : 'unknown',
    range,
    path: [...at.path, text],
    what: `\`${text.slice(0, 60)}\` is no key of ${where(at)}.`,
    remedy: meant ? `Write \`${meant}\`.` : 'Check its spelling and its indentation.',
    ...(meant ? { meant } : {}),
  };
}

function refused(at: At, what: string, remedy: string): Mismatch {
  return { kind: 'refused', range: at.range, path: at.path, what, remedy };
}

function named(at: At): string {
  const key = at.path.at(-1);
  return key === undefined ? 'The workflow' : `\`${key.slice(0, 60)}\``;
}

function where(at: At): string {
  return at.path.length === 0 ? 'a workflow' : named(at);
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
