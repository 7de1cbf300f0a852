const VARIABLE = /\\\$|\$(?:\{(\w+)(?::?([-+])([^}]*))?\}|(\w+))/g;

// No image reference is longer, and the pattern takes quadratic time on a hostile text.
const MAX_LENGTH = 4096;

/** Fills in `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}`; `undefined` where a value is not known. */
export function expandVariables(text: string, values: ReadonlyMap<string, string>): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  let isKnown = true;
  const expanded = text.replace(VARIABLE, (whole, braced, operator, word, bare) => {
    if (whole === '\\$') return '$';
    const value = values.get(braced ?? bare);
    if (operator === '-') return value || word;
    if (operator === '+') return value ? word : '';
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown && !expanded.includes('${') ? expanded : undefined;
}
