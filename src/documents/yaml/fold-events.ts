import { COLLECTION_STYLE_FLOW, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import type { ParseProblem, Range } from '../../types.ts';
import { closeMap } from './close-map.ts';
import { coreValue } from './core-value.ts';
import type { ScalarStyle, YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts';

/** Aliases let a small file stand for billions of nodes; beyond this many, an alias is read as null. */
const MAX_EXPANDED_NODES = 200_000;
const MAX_DEPTH = 200;

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

interface Frame {
  readonly kind: 'map' | 'list' | 'document';
  readonly start: number;
  readonly flow: boolean;
  readonly anchor: string | undefined;
  readonly nodes: YamlNode[];
  size: number;
}

/** An anchor that no alias uses. */
export interface UnusedAnchor {
  readonly name: string;
  /** The `&` included. */
  readonly range: Range;
}

/** Folds js-yaml's flat events into nodes. Throws what js-yaml throws. */
export function foldEvents(
  source: string,
  shift: number,
): { roots: YamlNode[]; problems: ParseProblem[]; unusedAnchors: UnusedAnchor[] } {
  const events = parseEvents(source, { maxDepth: MAX_DEPTH });
  const roots: YamlNode[] = [];
  const problems: ParseProblem[] = [];
  const stack: Frame[] = [];
  const sizes = new WeakMap<YamlNode, number>();
  const unusedAnchors: UnusedAnchor[] = [];
  let anchors = new Map<string, YamlNode>();
  let unused = new Map<string, UnusedAnchor>();

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        anchors = new Map();
        unusedAnchors.push(...unused.values());
        unused = new Map();
        stack.push({ kind: 'document', start: 0, flow: false, anchor: undefined, nodes: [], size: 0 });
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        stack.push({
          kind: event.type === EVENT_ID.MAPPING ? 'map' : 'list',
          start: event.start,
          flow: event.style === COLLECTION_STYLE_FLOW,
          anchor: declare(event.anchorStart, event.anchorEnd),
          nodes: [],
          size: 1,
        });
        break;
      case EVENT_ID.SCALAR: {
        const scalar = toScalar(source, event, shift, endOfPrevious(stack));
        const anchor = declare(event.anchorStart, event.anchorEnd);
        if (anchor) anchors.set(anchor, scalar);
        attach(scalar, 1);
        break;
      }
      case EVENT_ID.ALIAS:
        attachAlias(event.anchorStart, event.anchorEnd);
        break;
      default:
        close();
    }
  }
  unusedAnchors.push(...unused.values());
  return { roots, problems, unusedAnchors };

  function declare(start: number, end: number): string | undefined {
    const name = nameOf(source, start, end);
    if (name === undefined) return undefined;
    const before = unused.get(name);
    if (before) unusedAnchors.push(before);
    unused.set(name, { name, range: { start: start - 1 + shift, end: end + shift } });
    return name;
  }

  function attach(node: YamlNode, size: number): void {
    const frame = stack.at(-1);
    if (!frame) return;
    frame.nodes.push(node);
    frame.size += size;
    sizes.set(node, size);
  }

  function attachAlias(start: number, end: number): void {
    const anchor = source.slice(start, end);
    const target = anchors.get(anchor);
    const range = { start: start - 1 + shift, end: end + shift };
    unused.delete(anchor);
    const size = target ? (sizes.get(target) ?? 1) : 1;
    const total = stack.reduce((sum, frame) => sum + frame.size, 0);
    if (target && total + size <= MAX_EXPANDED_NODES) {
      attach(target, size);
      return;
    }
    const name = anchor.slice(0, 40);
    problems.push({
      range,
      // A value that is not what it seems would be judged as something else.
      severity: 'fatal',
      message: target
        ? `The alias \`*${name}\` expands to more than ${MAX_EXPANDED_NODES} values; it was read as null.`
        : `The alias \`*${name}\` has no anchor before it; it was read as null.`,
    });
    attach(emptyScalar(range.start), 1);
  }

  function close(): void {
    const frame = stack.pop();
    if (!frame) return;
    if (frame.kind === 'document') {
      const [root] = frame.nodes;
      if (root) roots.push(root);
      return;
    }
    const node = toCollection(source, frame, shift, problems);
    if (frame.anchor) anchors.set(frame.anchor, node);
    attach(node, frame.size);
  }
}

function nameOf(source: string, start: number, end: number): string | undefined {
  return start < 0 ? undefined : source.slice(start, end);
}

function endOfPrevious(stack: readonly Frame[]): number {
  const frame = stack.at(-1);
  return frame?.nodes.at(-1)?.range.end ?? frame?.start ?? 0;
}

function emptyScalar(offset: number): YamlScalar {
  const range = { start: offset, end: offset };
  return { type: 'scalar', value: null, text: '', style: 'empty', range, contentRange: range, indent: 0 };
}

const STYLES: ReadonlyMap<number, ScalarStyle> = new Map([
  [SCALAR_STYLE.PLAIN, 'plain'],
  [SCALAR_STYLE.SINGLE_QUOTED, 'single'],
  [SCALAR_STYLE.DOUBLE_QUOTED, 'double'],
  [SCALAR_STYLE.LITERAL_BLOCK, 'literal'],
  [SCALAR_STYLE.FOLDED_BLOCK, 'folded'],
]);

/** Types that a plain value would be read as without them; `!!str` and those of other programs make a text of it. */
const CORE_TAG = /^!(!|<tag:yaml\.org,2002:)(bool|int|float|null)>?$/;

function toScalar(source: string, event: ScalarEvent, shift: number, previousEnd: number): YamlScalar {
  if (event.valueStart < 0) return emptyScalar(previousEnd);
  const style = STYLES.get(event.style) ?? 'plain';
  const text = getScalarValue(source, event);
  const contentRange = { start: event.valueStart + shift, end: event.valueEnd + shift };
  const tag = nameOf(source, event.tagStart, event.tagEnd);
  return {
    type: 'scalar',
    value: style === 'plain' && (!tag || CORE_TAG.test(tag)) ? coreValue(text) : text,
    text,
    style,
    ...(tag ? { tag } : {}),
    range: style === 'plain' ? contentRange : fullRange(source, event, style, shift),
    contentRange,
    indent: Math.max(0, event.indent),
  };
}

function fullRange(source: string, event: ScalarEvent, style: ScalarStyle, shift: number): Range {
  const { valueStart, valueEnd } = event;
  if (style === 'single' || style === 'double') return { start: valueStart - 1 + shift, end: valueEnd + 1 + shift };
  const header = source.lastIndexOf('\n', valueStart - 2) + 1;
  const sign = source.slice(header, valueStart).search(/[|>][-+0-9]*[ \t]*(#.*)?\r?\n?$/);
  const end = valueStart + source.slice(valueStart, valueEnd).trimEnd().length;
  return { start: (sign < 0 ? valueStart : header + sign) + shift, end: end + shift };
}

function toCollection(source: string, frame: Frame, shift: number, problems: ParseProblem[]): YamlNode {
  const last = frame.nodes.at(-1);
  const start = frame.start + shift;
  const contentEnd = Math.max(start, last && last.range.end > start ? last.range.end : start);
  const end = frame.flow
    ? closingBracket(source, contentEnd - shift, frame.kind === 'map' ? '}' : ']') + shift
    : contentEnd;
  const range = { start, end };
  if (frame.kind === 'list') return { type: 'list', items: frame.nodes, range, flow: frame.flow };

  const entries: YamlEntry[] = [];
  for (let i = 0; i + 1 < frame.nodes.length; i += 2) {
    const [key, value] = [frame.nodes[i], frame.nodes[i + 1]];
    if (!key || !value) continue;
    const scalarKey = key.type === 'scalar' ? key : { ...emptyScalar(key.range.start), text: '?' };
    const valueEnd = value.range.start >= key.range.end ? value.range.end : key.range.end + 1;
    entries.push({ key: scalarKey, value, range: { start: key.range.start, end: valueEnd }, merged: false });
  }
  return closeMap(entries, range, frame.flow, problems);
}

/** The offset after the bracket that closes a flow collection whose last child ends at `from`. */
function closingBracket(source: string, from: number, bracket: string): number {
  for (let i = from; i < source.length; i++) {
    if (source[i] === bracket) return i + 1;
    if (source[i] === '#') i = Math.max(i, source.indexOf('\n', i));
  }
  return from;
}
