import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

const LIMITS = { 'x-ratelimit-remaining': '4999', 'x-ratelimit-resource': 'core' };

/** Sends an answer as GitHub does, or loses it on its way. */
export function sendAnswer(response: ServerResponse, { status, body, headers, lost }: Answer): void {
  if (lost === 'never') return;
  if (lost === 'reset') {
    response.destroy();
    return;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  const length = text === undefined ? {} : { 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { 'content-type': type, ...length, ...LIMITS, ...headers });
  if (lost === 'cut') {
    response.write(text.slice(0, text.length / 2), () => response.destroy());
    return;
  }
  response.end(text);
}
