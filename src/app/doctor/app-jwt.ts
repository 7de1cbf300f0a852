import { createSign } from 'node:crypto';

/** Seconds. GitHub takes a token of at most ten minutes, and one that begins in its future not at all. */
const LIFE = 300;
const SLACK = 60;

/** The token by which an App says who it is; throws where the key is none. */
export function appJwt(appId: number, privateKey: string): string {
  const now = Math.floor(Date.now() / 1000);
  const head = encoded({ alg: 'RS256', typ: 'JWT' });
  const body = encoded({ iat: now - SLACK, exp: now + LIFE, iss: String(appId) });
  const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(privateKey, 'base64url');
  return `${head}.${body}.${signature}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
