/** How often a YAML text declares a word: as a key, or as the value of `name` or `id`. */
export type DeclaredNames = ReadonlyMap<string, number>;

/** Reads a text line by line, without a parser: it is asked of both sides of every file with findings. */
export function declaredNames(text: string): DeclaredNames {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const line of text.split('\n')) {
    const entry = withoutDashes(line.trim());
    const colon = entry.search(/:(?:\s|$)/);
    if (colon <= 0 || entry.startsWith('#')) continue;
    const key = unquoted(entry.slice(0, colon).trim());
    count(key);
    if (key === 'name' || key === 'id') count(unquoted(withoutComment(entry.slice(colon + 1).trim())));
  }
  return counts;
}

function withoutDashes(line: string): string {
  let rest = line;
  while (rest.startsWith('- ')) rest = rest.slice(2).trimStart();
  return rest;
}

function withoutComment(value: string): string {
  const hash = value.indexOf(' #');
  return hash < 0 ? value : value.slice(0, hash).trimEnd();
}

function unquoted(word: string): string {
  const quote = word[0];
  return (quote === '"' || quote === "'") && word.length > 1 && word.endsWith(quote) ? word.slice(1, -1) : word;
}
