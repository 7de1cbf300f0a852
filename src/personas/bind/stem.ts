/** Endings that make other forms of one word, the longer before the shorter. What is left has to be long enough to tell. */
const ENDINGS: readonly (readonly [ending: string, least: number])[] = [
  ['ibility', 5],
  ['ability', 5],
  ['ization', 4],
  ['ation', 4],
  ['ment', 4],
  ['able', 4],
  ['ible', 5],
  ['ity', 4],
  ['ion', 4],
  ['ate', 4],
  ['at', 4],
  ['ize', 4],
  ['ise', 5],
  ['al', 5],
  ['ly', 4],
];

/**
 * The part that the forms of an English word share: `encrypted`, `encryption` and `encrypts` give `encrypt`. It only has
 * to be the same for what is compared, not to be a word.
 */
export function stem(word: string): string {
  const own = OWN.get(word);
  if (own !== undefined) return own;
  const singular = withoutPlural(word);
  const plain = withoutTense(singular);
  const [ending] = ENDINGS.find(([one, least]) => plain.endsWith(one) && plain.length - one.length >= least) ?? [''];
  const root = plain.slice(0, plain.length - ending.length);
  return root.length > 3 && root.endsWith('e') ? root.slice(0, -1) : root;
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:sses|shes|ches|xes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutTense(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const ending = word.endsWith('ing') ? 'ing' : word.endsWith('ed') ? 'ed' : '';
  const root = word.slice(0, word.length - ending.length);
  if (ending === '' || root.length < 3 || !/[aeiouy]/.test(root)) return word;
  return /([bdfgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

/** Forms that mean something else than their stem. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['testable', 'testable'],
  ['testability', 'testable'],
  ['reproduce', 'reproduce'],
  ['reproduced', 'reproduce'],
  ['versioned', 'versioned'],
  ['versioning', 'versioned'],
  ['https', 'https'],
  ['alias', 'alias'],
  ['aliases', 'alias'],
  ['parameterized', 'parameterized'],
  ['parameterised', 'parameterized'],
  ['parameterize', 'parameterized'],
  ['parametrized', 'parameterized'],
  ['services', 'service'],
  ['service', 'service'],
]);
