/** Letters and digits alone: a text that was spaced out, or set in other marks, is still the same text. */
function essence(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Pieces of `secret` in `published` of at least `length` letters and digits, however they are spaced. Looked at in steps
 * of a quarter of the length, so that no piece a quarter longer is missed.
 */
export function leakedPieces(secret: string, published: string, length = 60): readonly string[] {
  const said = essence(published);
  const whole = essence(secret);
  const pieces: string[] = [];
  for (let at = 0; at + length <= whole.length; at += length / 4) {
    const piece = whole.slice(at, at + length);
    if (said.includes(piece)) pieces.push(piece);
  }
  return pieces;
}

/** Those of some secrets that a text holds, as they are, without spaces, or in base64. */
export function leakedSecrets(secrets: readonly string[], published: string): readonly string[] {
  const said = essence(published);
  return secrets.filter(
    (secret) =>
      published.includes(secret) ||
      said.includes(essence(secret)) ||
      published.includes(Buffer.from(secret).toString('base64').replace(/=+$/, '')),
  );
}
