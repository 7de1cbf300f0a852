/** Random numbers that are the same every time: a failure can be found again by its seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Bits that parsers stumble over. */
const JUNK = [
  '{{',
  '}}',
  '${{',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '`',
  '\0',
  '\r\n',
  '\t',
  '- - - -',
  ': :',
  '&a *a',
  '<<: *a',
  '|',
  '>',
  '\\',
  '#',
  '\ufeff',
  'EOF',
  '<<EOF',
  '$(',
  '(((((',
  '%{',
  '${',
  '😀',
  '\ud800',
  '\u202e',
  '"""',
  '-'.repeat(300),
  '['.repeat(300),
  ' '.repeat(300),
];

/** A text with one to four wounds: cut off, a piece lost, a piece doubled, junk put in. */
export function mutate(text: string, random: () => number): string {
  let result = text;
  const wounds = 1 + Math.floor(random() * 4);
  for (let i = 0; i < wounds; i++) {
    const start = Math.floor(random() * result.length);
    const end = start + Math.floor(random() * 80);
    const kind = random();
    if (kind < 0.15) result = result.slice(0, start);
    else if (kind < 0.35) result = result.slice(0, start) + result.slice(end);
    else if (kind < 0.55) result = result.slice(0, end) + result.slice(start);
    else result = result.slice(0, start) + (JUNK[Math.floor(random() * JUNK.length)] ?? '') + result.slice(start);
  }
  return result;
}
