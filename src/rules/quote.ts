/**
 * A value from the code, fit for a message: one line, at most 80 characters, in backticks.
 * Values are untrusted; in a code span nothing of them is interpreted.
 */
export function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > 80 ? `${line.slice(0, 77)}...` : line}\``;
}

/** A list of values for a message: at most five are named. */
export function quoteAll(values: readonly string[]): string {
  const named = values.slice(0, 5).map(quote).join(', ');
  return values.length > 5 ? `${named} and ${values.length - 5} more` : named;
}
