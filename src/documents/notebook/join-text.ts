import type { Range } from '../../types.ts';
import { type JsonNode, type JsonString, stringOffsets } from '../json-tree.ts';

interface JoinedText {
  readonly sourceText: string;
  readonly toFileOffset: (offset: number) => number;
  readonly toFileRange: (range: Range) => Range;
}

interface Piece {
  /** In the joined text. */
  readonly start: number;
  readonly offsets: () => (offset: number) => number;
}

/** A multi-line text of a notebook: one JSON string, or one per line. Knows where in the file each character stands. */
export function joinText(source: string, node: JsonNode | undefined, fallback: number): JoinedText {
  const strings = stringsOf(node);
  const pieces: Piece[] = [];
  let start = 0;
  for (const string of strings) {
    let known: ((offset: number) => number) | undefined;
    pieces.push({ start, offsets: () => (known ??= stringOffsets(source, string)) });
    start += string.value.length;
  }
  const map = (piece: Piece | undefined, offset: number) =>
    piece ? piece.offsets()(offset - piece.start) : (node?.range.start ?? fallback);
  const toFileOffset = (offset: number) => map(pieceAt(pieces, offset), offset);
  return {
    sourceText: strings.map((string) => string.value).join(''),
    toFileOffset,
    // The end belongs to the character before it: the next character can be in the next string.
    toFileRange: ({ start: from, end }) => ({
      start: toFileOffset(from),
      end: end > from ? map(pieceAt(pieces, end - 1), end) : toFileOffset(from),
    }),
  };
}

/** The strings of a text: itself, or the items of an array. */
export function stringsOf(node: JsonNode | undefined): readonly JsonString[] {
  if (node?.kind === 'string') return [node];
  if (node?.kind !== 'array') return [];
  return node.items.flatMap((item) => (item.kind === 'string' ? [item] : []));
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
