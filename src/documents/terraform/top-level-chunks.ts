/** A block header or an attribute in the first column: where a file can be taken apart without parsing it. */
const CHUNK_START = /^(?:[A-Za-z_][\w-]*(?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*[ \t]*\{|[A-Za-z_][\w-]*[ \t]*=)/gm;

export interface Chunk {
  readonly offset: number;
  readonly text: string;
}

/** Cuts a broken file where its top-level blocks begin. */
export function topLevelChunks(source: string): readonly Chunk[] {
  const starts = [...source.matchAll(CHUNK_START)].map((match) => match.index);
  if (starts.length === 0) return [];
  const all = starts[0] === 0 ? starts : [0, ...starts];
  return all.map((offset, index) => ({ offset, text: source.slice(offset, all[index + 1]) }));
}
