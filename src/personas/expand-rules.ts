/** What the words of an item's `rules` stand for: rule ids, and those that none is called by. */
export interface ExpandedRules {
  readonly rules: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Resolves `*` in rule ids: `aws-*-unencrypted` is every rule of that name that is not `taken` by another item. A word
 * that matches nothing at all is unknown.
 */
export function expandRules(
  words: readonly string[],
  known: Iterable<string>,
  taken: ReadonlySet<string> = new Set(),
): ExpandedRules {
  const ids = [...known];
  const matches = words.map((word) => ({ word, found: ids.filter((id) => fits(id, word)) }));
  return {
    rules: [...new Set(matches.flatMap(({ word, found }) => found.filter((id) => id === word || !taken.has(id))))],
    unknown: matches.filter(({ found }) => found.length === 0).map(({ word }) => word),
  };
}

/** Ids are short and words too: the pieces between the stars must stand in the id one after the other. */
function fits(id: string, word: string): boolean {
  if (!word.includes('*')) return id === word;
  const pieces = word.split('*');
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (!id.startsWith(first) || !id.endsWith(last) || id.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const next = id.indexOf(piece, at);
    if (next < 0) return false;
    at = next + piece.length;
  }
  return at <= id.length - last.length;
}
