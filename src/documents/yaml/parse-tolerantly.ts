import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document as YamlDocument } from 'yaml';
import type { ParseProblem, Range } from '../../types.ts';
import { closeMap } from './close-map.ts';
import { isTooDeep } from './is-too-deep.ts';
import type { ScalarStyle, YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts';

const MAX_NODES = 200_000;
/** One mistake makes many errors; the first ones tell. */
const MAX_PROBLEMS = 3;

/** Reads what js-yaml refuses: what can be read becomes nodes, the rest problems. Never throws. */
export function parseTolerantly(source: string, shift: number): { roots: YamlNode[]; problems: ParseProblem[] } {
  if (isTooDeep(source)) return unread('it is nested too deeply');
  try {
    const documents = parseAllDocuments(source, {
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      version: '1.2',
    });
    const list = Array.isArray(documents) ? documents : [];
    const errors = list.flatMap((document) => document.errors).slice(0, MAX_PROBLEMS);
    const problems = errors.map((error) => toProblem(error, shift));
    const roots = list.flatMap((document) => toRoot(document, source, shift, problems));
    return { roots, problems };
  } catch (error) {
    return unread(error instanceof RangeError ? 'it is nested too deeply' : 'it cannot be read as YAML');
  }
}

function unread(reason: string): { roots: YamlNode[]; problems: ParseProblem[] } {
  const message = `The file was not parsed: ${reason}.`;
  return { roots: [], problems: [{ range: { start: 0, end: 0 }, severity: 'fatal', message }] };
}

function toProblem(
  error: { readonly pos: readonly [number, number]; readonly message: string },
  shift: number,
): ParseProblem {
  const [what = 'not valid YAML'] = error.message.split('\n');
  return {
    range: { start: error.pos[0] + shift, end: error.pos[1] + shift },
    severity: 'fatal',
    message: `Not valid YAML: ${what.replace(/ at line \d+, column \d+:?$/, '')}.`,
  };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function toRoot(document: YamlDocument, source: string, shift: number, problems: ParseProblem[]): YamlNode[] {
  let budget = MAX_NODES;
  // Nodes behind an anchor are shared; each use counts as all it stands for, because whoever walks the tree walks it all.
  const anchors = new Map<string, { readonly node: YamlNode; readonly size: number }>();
  const root = convert(document.contents);
  return document.contents === null ? [] : [root];

  function convert(node: unknown): YamlNode {
    const before = budget;
    const converted = convertNode(node);
    const anchor = anchorOf(node);
    if (anchor !== undefined) anchors.set(anchor, { node: converted, size: before - budget });
    return converted;
  }

  function convertNode(node: unknown): YamlNode {
    budget -= 1;
    if (isAlias(node)) return convertAlias(node);
    const range = rangeOf(node, shift);
    if (budget <= 0) return scalar(null, '', 'empty', range, 0);
    if (isMap(node)) {
      const entries = node.items.map((pair): YamlEntry => {
        const key = convert(pair.key);
        const value =
          pair.value === null
            ? scalar(null, '', 'empty', { start: key.range.end, end: key.range.end }, 0)
            : convert(pair.value);
        const scalarKey = key.type === 'scalar' ? key : scalar(null, '?', 'empty', key.range, 0);
        return {
          key: scalarKey,
          value,
          range: { start: key.range.start, end: Math.max(key.range.end, value.range.end) },
          merged: false,
        };
      });
      return closeMap(entries, range, node.flow === true, problems);
    }
    if (isSeq(node)) return { type: 'list', items: node.items.map(convert), range, flow: node.flow === true };
    if (isScalar(node)) return convertScalar(node, range);
    return scalar(null, '', 'empty', range, 0);
  }

  function convertAlias(node: { readonly source: string }): YamlNode {
    const target = anchors.get(node.source);
    if (!target || target.size > budget) return scalar(null, '', 'empty', rangeOf(node, shift), 0);
    budget -= target.size;
    return target.node;
  }

  function convertScalar(
    node: { readonly value: unknown; readonly type?: string | undefined },
    range: Range,
  ): YamlScalar {
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    const raw = source.slice(range.start - shift, range.end - shift);
    const value =
      typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean'
        ? node.value
        : null;
    const text = typeof node.value === 'string' ? node.value : raw;
    const indent = style === 'literal' || style === 'folded' ? (/\n( *)\S/.exec(raw)?.[1]?.length ?? 0) : 0;
    return scalar(value, text, style, range, indent, raw);
  }
}

function anchorOf(node: unknown): string | undefined {
  return isAlias(node) ? undefined : (node as { anchor?: string } | null)?.anchor;
}

function rangeOf(node: unknown, shift: number): Range {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return { start: (range?.[0] ?? 0) + shift, end: (range?.[1] ?? range?.[0] ?? 0) + shift };
}

function scalar(
  value: YamlScalar['value'],
  text: string,
  style: ScalarStyle,
  range: Range,
  indent: number,
  raw = '',
): YamlScalar {
  return { type: 'scalar', value, text, style, range, contentRange: contentOf(range, style, raw), indent };
}

function contentOf(range: Range, style: ScalarStyle, raw: string): Range {
  if (style === 'single' || style === 'double')
    return { start: range.start + 1, end: Math.max(range.start + 1, range.end - 1) };
  if (style !== 'literal' && style !== 'folded') return range;
  return { start: range.start + raw.indexOf('\n') + 1, end: range.end };
}
