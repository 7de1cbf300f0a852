import { isPlaceholder } from '../notebooks/leak-patterns.ts';

/** Names that hold credentials: `OPENAI_API_KEY`, `hf_token`, `client_secret`; not `pad_token`, `max_tokens`. */
const CREDENTIAL =
  /(^|[_-])(api[_-]?keys?|apikey|secret[_-]?(access[_-]?)?key|secret|access[_-]?key|auth[_-]?token|access[_-]?token|api[_-]?token|bearer[_-]?token|hf[_-]?token|hub[_-]?token|token|passwd|password|pwd)$/i;
/** Tokens of texts, and names that only point at a credential. */
const HARMLESS =
  /(^|[_-])(pad|bos|eos|unk|sep|cls|mask|special|start|end|stop|image|eot|eod|next|image|fill|prefix|suffix|padding|csrf|page|continuation|space|new|text|word|sub|dummy|fake|test)[_-]?tokens?$|public|_(name|id|path|file|env|field|header|url|prefix)$/i;

/** Whether a variable, key or argument of this name holds a credential. */
export function isCredentialName(name: string): boolean {
  return CREDENTIAL.test(name) && !HARMLESS.test(name);
}

/** Whether a text has the form of a credential: long, without spaces, letters and digits mixed, no path, no template. */
export function looksSecret(text: string, name: string): boolean {
  const least = /passw|pwd/i.test(name) ? 10 : 16;
  if (
    text.length < least ||
    text.length > 512 ||
    /\s|[<>{}$%*]|^https?:|:\/\/|^\.|^\/|\.(json|ya?ml|txt|pem|key|py|env)$/i.test(text)
  )
    return false;
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text) || isPlaceholder(text)) return false;
  if (
    /your|my[_-]|change|replace|insert|todo|secret[_-]?(key|name)|none|null|default|token[_-]|key[_-]here|not[_-]?a/i.test(
      text,
    )
  )
    return false;
  // A word with a number, words in capitals.
  if (/^[a-z]+[\d!@#]{0,5}$/i.test(text) || /^[A-Z]+(_[A-Z0-9]+)+$/.test(text)) return false;
  // Words joined by dashes or underscores are names, `projects/x/secrets/y` is an address.
  if (/^[a-z]+([_/.-][a-z0-9]+)+$/.test(text) && !/[0-9a-f]{12,}/.test(text)) return false;
  return new Set(text).size >= 8;
}
