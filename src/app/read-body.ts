import type { IncomingMessage } from 'node:http';

/** Bytes. GitHub sends no webhook above 25 MB. */
export const MAX_BODY_BYTES = 25_000_000;

/** The body of a request; `too-large` as soon as it is more than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'too-large';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
