/**
 * The text of an agent file: UTF-8, or UTF-16 where a byte order mark says so. Bytes that are no text become U+FFFD, for
 * one wrong character must not lose a checklist.
 */
export function decodeAgent(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\0', '');
}
