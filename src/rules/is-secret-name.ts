/** Words that say: who knows this may get in. */
const SECRET_WORDS = words(`
  password passwd passphrase passcode pwd pass pw secret secrets token apikey credential credentials
  creds apitoken authtoken secretkey privatekey accesskey
`);
/** Two words that say it together. */
const SECRET_PAIRS =
  /(^| )(api|access|private|secret|signing|encryption|deploy|master|account|storage|ssh|auth|service) key( |$)/;
/** The last word says that it is something about the secret: where it is, what it is called, how long it lives. */
const ABOUT = words(`
  url uri urls path paths file files dir folder name names id ids ttl arn expiry expiration expires
  expire timeout lifetime age days hours minutes seconds ms length size count max min limit budget
  type kind issuer algorithm alg header endpoint host port server enabled disabled enable required
  provider policy version prefix suffix ref reference region format audience scope scopes mode store
  backend manager bucket vault namespace mount rotation hint field regex pattern parallelism symbol
  symbols user username method strategy engine interval per source env var
`);
const PUBLIC =
  /(^| )(public|publishable|tokenizers|tokenizer|no|skip|disable|use|enable|allow|require|max|min|num|is|has)( |$)/;

/** Whether a variable's name says that its value is a secret: by its words, so `TOKENIZERS_PARALLELISM` and `TOKEN_URL` are none. */
export function isSecretName(name: string): boolean {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const last = parts.at(-1) ?? '';
  const text = parts.join(' ');
  if (parts.length === 1 && (last === 'pwd' || last === 'pass' || last === 'pw')) return false;
  if (/^old ?pwd$/.test(text) || ABOUT.has(last) || PUBLIC.test(text)) return false;
  return parts.some((word) => SECRET_WORDS.has(word)) || SECRET_PAIRS.test(text);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
