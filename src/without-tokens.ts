/**
 * Text without keys and tokens whose form their vendors document: each is replaced by `[redacted: what]`, and line breaks stay
 * where they are. Nothing else has one of these forms, so nothing of a sentence is lost.
 */
export function withoutTokens(text: string): string {
  if (text.length < SHORTEST) return text;
  const withoutKeys = text.includes('-----BEGIN')
    ? text.replace(PRIVATE_KEY, (block) => block.replace(/[^\n]+/g, '[redacted: private key]'))
    : text;
  return TOKENS.reduce((rest, [what, pattern]) => rest.replace(pattern, `[redacted: ${what}]`), withoutKeys);
}

/** No token is shorter. */
const SHORTEST = 15;

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
