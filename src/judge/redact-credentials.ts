/**
 * Text without credentials: what looks like one is replaced by `[redacted: what]`. Line breaks stay where they are.
 * References to secrets (`${{ secrets.X }}`, `var.password`, `os.environ["X"]`) are evidence, not secrets, and stay.
 */
export function redactCredentials(text: string): string {
  const withoutKeys = text.replace(PRIVATE_KEY, (block) => block.replace(/[^\n]+/g, '[redacted: private key]'));
  const withoutTokens = TOKENS.reduce(
    (rest, [what, pattern]) => rest.replace(pattern, `[redacted: ${what}]`),
    withoutKeys,
  );
  return withoutTokens
    .replace(CONNECTION, (all, before: string, password: string) =>
      isReference(password) ? all : `${before}[redacted: password]@`,
    )
    .replace(ON_COMMAND_LINE, (all, before: string, password: string) =>
      isReference(password) ? all : `${before}[redacted: password]`,
    )
    .replace(NAMED_THEN_VALUED, (all, before: string, value: string) =>
      isHarmlessWord(value) ? all : `${before}[redacted: value]`,
    )
    .replace(AUTHORIZATION, '$1 [redacted: token]')
    .replace(QUOTED_ASSIGNMENT, (all, before: string, quote: string, value: string) =>
      isReference(value) ? all : `${before}${quote}[redacted: value]${quote}`,
    )
    .replace(PASSWORD_ASSIGNMENT, (all, before: string, value: string) =>
      isHarmlessWord(value) ? all : `${before}[redacted: value]`,
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
  ['AWS key', /\b(?:(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b|ABSK[A-Za-z0-9+/]{60,}={0,2})/g],
  ['Azure secret', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{30,40}/g],
  // `ghs_APPID_JWT` holds dots and dashes and has no fixed length.
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9_.-]{16,}|github_pat_\w{20,})/g],
  ['GitLab token', /\bgl(?:pat|dt|rt|cbt|ptt|soat)-[\w.-]{16,}/g],
  [
    'key of a model',
    /\b(?:sk-[A-Za-z0-9_-]{16,}|xai-[A-Za-z0-9]{20,}|gsk_[A-Za-z0-9]{20,}|r8_[A-Za-z0-9]{20,}|nvapi-[\w-]{20,})/g,
  ],
  ['Hugging Face token', /\b(?:hf|api_org)_[A-Za-z0-9]{16,}/g],
  ['Slack token', /\bx(?:ox[a-z]|app)-[A-Za-z0-9.-]{10,}/g],
  [
    'webhook',
    /\b(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|[\w-]+\.webhook\.office\.com)\/[\w/@+-]{16,}/g,
  ],
  ['bot token', /\b\d{8,12}:AA[\w-]{30,}/g],
  ['Google key', /\b(?:AIza[\w-]{30,}|ya29\.[\w.-]{20,}|GOCSPX-[\w-]{20,})/g],
  [
    'payment key',
    /\b(?:(?:[rs]k|whsec)_(?:live_|test_)?[A-Za-z0-9]{16,}|sq0(?:atp|csp)-[\w-]{20,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32,})/g,
  ],
  ['package registry token', /\b(?:npm_[A-Za-z0-9]{30,}|pypi-[\w-]{40,}|dckr_pat_[\w-]{20,}|rubygems_[a-f0-9]{30,})/g],
  [
    'cloud platform token',
    /\b(?:dapi[a-f0-9]{32}|do[opr]_v1_[a-f0-9]{40,}|SG\.[\w-]{16,}\.[\w-]{16,}|hv[sbr]\.[\w-]{20,}|HRKU-[\w-]{20,}|sbp_[a-f0-9]{32,}|pscale_\w+_[\w.-]{20,})/g,
  ],
  [
    'infrastructure token',
    /\b(?:[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}|pul-[a-f0-9]{32,}|dp\.(?:pt|st|sa|ct|scim|audit)\.[\w.]{30,}|AGE-SECRET-KEY-1[A-Z0-9]{20,})/g,
  ],
  ['monitoring token', /\b(?:gl(?:sa|c)_[\w=]{20,}|NRAK-[A-Z0-9]{20,}|NRJS-[a-f0-9]{15,}|sntry[su]_[\w=/+-]{20,})/g],
  [
    'tracker token',
    /\b(?:ATATT3[\w=-]{30,}|ATBB[A-Za-z0-9]{20,}|lin_api_[A-Za-z0-9]{30,}|ntn_[A-Za-z0-9]{30,}|PMAK-[a-f0-9]{20,}[\w-]*|AKCp[A-Za-z0-9]{50,}|CCIPAT_[\w]{20,}|bkua_[a-f0-9]{30,}|key-[a-f0-9]{32}|SK[a-f0-9]{32})\b/g,
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
/** Passwords are often short; so are `true` and `null`, which are none. */
const PASSWORD_ASSIGNMENT =
  /((?:^|[^\w-])[\w.-]{0,60}?(?:password|passwd|passphrase|(?<![a-z])pass|pwd)["']?[ \t]{0,20}[:=][ \t]{0,20})([^\s"'`#,;&(){}[\]]{4,})/gim;
/** The environment of a container: the name on one line, the value on the next. */
const NAMED_THEN_VALUED = new RegExp(
  String.raw`(\bname:[ \t]{0,20}["']?${SECRET_NAME}["']?[ \t]{0,20}\n[ +-]?[ \t]{0,80}(?:- )?value:[ \t]{0,20}["']?)([^\s"']{4,})`,
  'gi',
);
/** `curl -u name:password`, `docker login -p password`, `login name password password` of a netrc file. */
const ON_COMMAND_LINE =
  /((?:[ \t](?:-u|--user)[ \t=]{1,5}["']?[^\s:"']{1,100}:|\blogin\b[^\n]{0,200}?[ \t](?:-p|--password)[ \t=]{1,5}["']?|\blogin[ \t]+\S{1,100}[ \t]+password[ \t]+))([^\s"']{4,})/gi;
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
    /^(?:inherit|required|optional|disabled|enabled|undefined|true|false|null|none|write|read|string|\.{3,}|\*{3,}|x{3,})$/i.test(
      value,
    ) ||
    /^[A-Za-z_][\w.]*[([]/.test(value) ||
    /^(?:[A-Za-z_]+\.)+[A-Za-z_]+$/.test(value)
  );
}
