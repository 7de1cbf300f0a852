const plain = new WeakSet<Error>();

/** An error whose message is ours from beginning to end, so that it may be logged. */
export function plainError(message: string, more: { readonly name?: string; readonly status?: number } = {}): Error {
  const error = Object.assign(new Error(message), more);
  plain.add(error);
  return error;
}

export function isPlain(error: Error): boolean {
  return plain.has(error);
}
