import type { JsToken, JsTokens } from './read-tokens.ts';

/** What a script compares with a text: `name !== 'main'`, `'main' == name.first`, `switch (name)`. */
export function readCompared({ tokens, partners }: JsTokens): ReadonlySet<string> {
  const compared = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'name' && token.text === 'switch') add(chainBefore(tokens, partners.get(at + 1) ?? 0), compared);
    if (token.kind !== 'mark' || !/^[=!]==?$/.test(token.text)) continue;
    if (isText(tokens[at + 1])) add(chainBefore(tokens, at), compared);
    if (isText(tokens[at - 1])) add(chainBehind(tokens, at), compared);
  }
  return compared;
}

function add(chain: readonly string[], compared: Set<string>): void {
  if (chain.length > 0) compared.add(chain.join('.'));
}

/** An empty text tells only whether there is one. */
function isText(token: JsToken | undefined): boolean {
  return token?.kind === 'text' && token.text !== '';
}

const MAX_CHAIN = 20;

function chainBefore(tokens: readonly JsToken[], end: number): string[] {
  const chain: string[] = [];
  for (let at = end - 1; tokens[at]?.kind === 'name' && chain.length < MAX_CHAIN; at -= 2) {
    chain.unshift(tokens[at]?.text ?? '');
    if (!isDot(tokens[at - 1])) break;
  }
  return chain;
}

function chainBehind(tokens: readonly JsToken[], start: number): string[] {
  const chain: string[] = [];
  for (let at = start + 1; tokens[at]?.kind === 'name' && chain.length < MAX_CHAIN; at += 2) {
    chain.push(tokens[at]?.text ?? '');
    if (!isDot(tokens[at + 1])) break;
  }
  return chain;
}

function isDot(token: JsToken | undefined): boolean {
  return token?.kind === 'mark' && (token.text === '.' || token.text === '?.');
}
