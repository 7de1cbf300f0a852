/**
 * Text without credentials: what looks like one is replaced by `[redacted: what]`. Line breaks stay where they are.
 * References to secrets (`${{ secrets.X }}`, `var.password`, `os.environ["X"]`) are evidence, not secrets, and stay.
 */
export function redact(text: string): string {
  const withoutKeys = text.replace(PRIVATE_KEY, (block) => block.replace(/[^\n]+/g, '[redacted: private key]'));
  const withoutTokens = TOKENS.reduce(
    (rest, [what, pattern]) => rest.replace(pattern, `[redacted: ${what}]`),
    withoutKeys,
  );
  return withoutTokens
    .replace(CONNECTION, (all, before: string, password: string) =>
      isReference(password) ? all : `${before}[redacted: password]@`,
    )
    .replace(AUTHORIZATION, '$1 [redacted: token]')
    .replace(QUOTED_ASSIGNMENT, (all, before: string, quote: string, value: string) =>
      isReference(value) ? all : `${before}${quote}[redacted: value]${quote}`,
    )
    .replace(BARE_ASSIGNMENT, (all, before: string, value: string) =>
      isHarmlessWord(value) ? all : `${before}[redacted: value]`,
    )
    .replace(ENCODED_LINE, '$1[redacted: long encoded text]');
}

/** A hunk may show only the beginning of a key; everything after it is taken for key. */
const PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g;

/** Prefixes that vendors document for their credentials; lengths are lower bounds, since they grow. */
const TOKENS: readonly (readonly [string, RegExp])[] = [
  ['AWS key', /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b/g],
  // `ghs_APPID_JWT` holds dots and dashes and has no fixed length.
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9_.-]{16,}|github_pat_\w{20,})/g],
  ['GitLab token', /\bgl(?:pat|dt|rt|cbt|ptt|soat)-[\w.-]{16,}/g],
  ['Anthropic or OpenAI key', /\bsk-[A-Za-z0-9_-]{16,}/g],
  ['Hugging Face token', /\b(?:hf|api_org)_[A-Za-z0-9]{16,}/g],
  ['Slack token', /\bxox[a-z]-[A-Za-z0-9-]{10,}/g],
  ['Slack webhook', /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/+-]{16,}/g],
  ['Google key', /\b(?:AIza[\w-]{30,}|ya29\.[\w.-]{20,}|GOCSPX-[\w-]{20,})/g],
  ['Stripe key', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g],
  ['package registry token', /\b(?:npm_[A-Za-z0-9]{30,}|pypi-[\w-]{40,}|dckr_pat_[\w-]{20,}|rubygems_[a-f0-9]{30,})/g],
  [
    'cloud platform token',
    /\b(?:dapi[a-f0-9]{32}|dop_v1_[a-f0-9]{40,}|SG\.[\w-]{16,}\.[\w-]{16,}|hv[sb]\.[\w-]{20,})/g,
  ],
  ['JSON web token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g],
];

const CONNECTION = /\b([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@"'`]*:)([^\s@"'`]{1,400})@(?!sha\d)/gi;
const AUTHORIZATION = /\b(bearer|basic)\s+(?=\S*\d)[A-Za-z0-9._~+/=-]{12,}/gi;

const SECRET_NAME = String.raw`[\w.-]{0,60}?(?:password|passwd|passphrase|pwd|secret|token|credential|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|sig)s?(?:[_-]?(?:id|key|value|string|base64|b64))?`;
const QUOTED_ASSIGNMENT = new RegExp(
  String.raw`(\b${SECRET_NAME}["']?[ \t]{0,20}(?::=|[:=,])[ \t]{0,20})(["'])([^"'\n]{4,})\2`,
  'gi',
);
const BARE_ASSIGNMENT = new RegExp(
  String.raw`(\b${SECRET_NAME}["']?[ \t]{0,20}[:=][ \t]{0,20})([^\s"'${'`'}#,;&]{8,})`,
  'gi',
);
/** The middle of a key, a certificate or a keystore: a line of nothing but encoded text. */
const ENCODED_LINE = /^([ +-]?[ \t]*)[A-Za-z0-9+/_-]{60,}={0,2}[ \t]*$/gm;

function isReference(value: string): boolean {
  return /^[<[(]|[${]\{|^\$|^%|^(?:var|local|data|module|secrets|inputs|env|vars|github)\.|^arn:|^projects\//.test(
    value,
  );
}

/** Words and expressions after a name that sounds secret: `id-token: write`, `token=get_token()`. */
function isHarmlessWord(value: string): boolean {
  return (
    isReference(value) ||
    /^(?:inherit|required|optional|disabled|enabled|undefined)$/i.test(value) ||
    /^[A-Za-z_][\w.]*[([]/.test(value) ||
    /^(?:[A-Za-z_]+\.)+[A-Za-z_]+$/.test(value)
  );
}
