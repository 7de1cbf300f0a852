import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

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
  response.writeHead(status, { 'content-type': type, ...length, ...headers });
  if (lost === 'cut') {
    response.write(text.slice(0, text.length / 2), () => response.destroy());
    return;
  }
  response.end(text);
}
