import type { FileContent } from '../types.ts';

/** Larger files are generated, data or dumps; reading them would tell nothing and cost much. */
export const MAX_BYTES = 1_000_000;

/** Bytes of a file as content: text, or the reason why it is none. */
export function toFileContent(bytes: Buffer): FileContent {
  if (bytes.length > MAX_BYTES) return { state: 'omitted', reason: tooLarge(bytes.length) };
  if (bytes.subarray(0, 8000).includes(0)) return { state: 'omitted', reason: 'a binary file' };
  return { state: 'text', text: bytes.toString('utf8') };
}

export function tooLarge(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB, more than the ${MAX_BYTES / 1000} kB that are read`;
}
