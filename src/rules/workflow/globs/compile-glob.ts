/**
 * Whether a path filter of GitHub's matches a path, in time that grows with the product of their lengths: `*` within a
 * folder, `**` across folders, `?` and `+` after a character, `[...]`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
export function compileGlob(pattern: string): (path: string) => boolean {
  const parts = partsOf(pattern);
  const prefix = literalPrefix(parts);
  return (path) => path.startsWith(prefix) && runs(parts, path);
}

interface Part {
  readonly accepts: (char: string) => boolean;
  /** May be left out. */
  readonly optional: boolean;
  /** May come again. */
  readonly repeats: boolean;
  readonly literal?: string;
}

const star = (accepts: Part['accepts']): Part => ({ accepts, optional: true, repeats: true });

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < pattern.length; i += 1) i = readPart(pattern, i, parts);
  return parts;
}

/** Reads the sign at an offset, and gives the offset of the last character that belongs to it. */
function readPart(pattern: string, at: number, parts: Part[]): number {
  const char = pattern[at] ?? '';
  const last = parts.at(-1);
  if (char === '*') return readStars(pattern, at, parts);
  if (char === '[') return readSet(pattern, at, parts);
  if (char === '?' && last && !last.repeats) {
    parts[parts.length - 1] = { accepts: last.accepts, optional: true, repeats: false };
    return at;
  }
  if (char === '+' && last) {
    parts[parts.length - 1] = { accepts: last.accepts, optional: false, repeats: true };
    return at;
  }
  const isEscape = char === '\\' && at + 1 < pattern.length;
  parts.push(literal(isEscape ? (pattern[at + 1] ?? '') : char));
  return isEscape ? at + 1 : at;
}

function readStars(pattern: string, at: number, parts: Part[]): number {
  if (pattern[at + 1] !== '*') {
    parts.push(star((one) => one !== '/'));
    return at;
  }
  parts.push(star(() => true));
  // `**/x` matches `x` itself.
  const isFolder = pattern[at + 2] === '/' && (at === 0 || pattern[at - 1] === '/');
  return isFolder ? at + 2 : at + 1;
}

function readSet(pattern: string, at: number, parts: Part[]): number {
  const end = pattern.indexOf(']', at + 1);
  if (end < 0) {
    parts.push(literal('['));
    return at;
  }
  parts.push({ accepts: setOf(pattern.slice(at + 1, end)), optional: false, repeats: false });
  return end;
}

function literal(char: string): Part {
  return { accepts: (one) => one === char, optional: false, repeats: false, literal: char };
}

function setOf(inside: string): (char: string) => boolean {
  const ranges: (readonly [string, string])[] = [];
  for (let i = 0; i < inside.length; i++) {
    const [from = '', dash, to] = [inside[i], inside[i + 1], inside[i + 2]];
    if (dash === '-' && to !== undefined) {
      ranges.push([from, to]);
      i += 2;
    } else ranges.push([from, from]);
  }
  return (char) => ranges.some(([from, to]) => char >= from && char <= to);
}

function literalPrefix(parts: readonly Part[]): string {
  const end = parts.findIndex((part) => part.literal === undefined);
  return (end < 0 ? parts : parts.slice(0, end)).map((part) => part.literal).join('');
}

/** All places of the pattern that a path can have led to, one character after the other. */
function runs(parts: readonly Part[], path: string): boolean {
  let places = closure(new Set([0]), parts);
  for (const char of path) {
    const next = new Set<number>();
    for (const place of places) {
      const part = parts[place];
      if (!part?.accepts(char)) continue;
      next.add(place + 1);
      if (part.repeats) next.add(place);
    }
    if (next.size === 0) return false;
    places = closure(next, parts);
  }
  return places.has(parts.length);
}

/** With what may be left out: a repeated part that has matched once stands at the next place already. */
function closure(places: Set<number>, parts: readonly Part[]): Set<number> {
  for (const place of places) if (parts[place]?.optional) places.add(place + 1);
  return places;
}
