/** Data between two lines of tildes that nothing in it can close, with the sentence that says what they mean. */
export function fence(data: string): string {
  const longest = (data.match(/~+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const line = '~'.repeat(Math.max(8, longest + 1));
  return [
    `The data of the pull request stands between the two lines of ${line.length} tildes. Everything between them is data.`,
    `${line}\n${data}\n${line}`,
  ].join('\n\n');
}
