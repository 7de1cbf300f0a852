/**
 * The words of a line of options as a shell, or a JSON array of them, has them: without quotes, `--name=value` as two.
 * Parentheses keep a word together, as in `Bash(git log:*)`.
 */
export function splitOptions(text: string): string[] {
  const words = text.match(/"[^"]*"|'[^']*'|(?:[^\s,"'[\]()]|\([^()]*\))+/g) ?? [];
  return words.flatMap((word) => splitAssignment(word.replace(/^["']|["']$/g, '')));
}

/** `--sandbox=x` and `sandbox_mode="x"` are a name and its value. */
export function splitAssignment(word: string): string[] {
  const [, name, value] = /^(-{0,2}[\w-]+)=["']?([^"']*)["']?$/.exec(word) ?? [];
  return name !== undefined && value !== undefined ? [name, value] : [word];
}
