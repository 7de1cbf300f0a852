/** A kind of secret with a form of its own. */
interface SecretPattern {
  /** As a sentence's object: `an AWS access key`. */
  readonly kind: string;
  readonly pattern: RegExp;
  /** The group that holds the secret; 0 is the whole match. */
  readonly group: number;
}

// Formats as their issuers document them, as known in November 2026. Nothing of a longer run of base64 counts.
const START = '(?<![A-Za-z0-9+/_-])';
const END = '(?![A-Za-z0-9+/_=-])';

export const SECRETS: readonly SecretPattern[] = [
  token('an AWS access key', '(?:AKIA|ASIA)[A-Z0-9]{16}'),
  {
    kind: 'an AWS secret key',
    pattern: /aws_secret_access_key["'\s:=]{1,8}([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
    group: 1,
  },
  token('a GitHub token', '(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{50,255})'),
  token('a GitLab token', 'glpat-[\\w-]{20,255}'),
  token('a Slack token', 'xox[abeprs]-[A-Za-z0-9-]{10,255}'),
  { kind: 'a Slack webhook', pattern: /hooks\.slack\.com\/services\/T\w{6,20}\/B\w{6,20}\/\w{16,40}/g, group: 0 },
  token('a Google API key', 'AIza[A-Za-z0-9_-]{35}'),
  token('a Google access token', 'ya29\\.[\\w-]{20,2048}'),
  token('an OpenAI key', 'sk-(?:proj-|svcacct-)?[A-Za-z0-9]{20,}[\\w-]{0,200}'),
  token('an Anthropic key', 'sk-ant-[\\w-]{20,255}'),
  token('a Hugging Face token', 'hf_[A-Za-z0-9]{30,64}'),
  token('a Stripe key', '(?:sk|rk)_live_[A-Za-z0-9]{16,255}'),
  { kind: 'a private key', pattern: /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----/g, group: 0 },
  { kind: 'a signed token (JWT)', pattern: /(?<![\w.-])eyJ[\w-]{8,2048}\.eyJ[\w-]{8,4096}\.[\w-]{10,1024}/g, group: 0 },
  { kind: 'an Azure storage key', pattern: /AccountKey=([A-Za-z0-9+/]{60,100}={0,2})/g, group: 1 },
  {
    kind: 'a connection string with a password',
    pattern:
      /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|rediss|amqps?|mssql|oracle|snowflake|clickhouse)(?:\+\w{1,20})?:\/\/[^\s:@/"'<>]{0,64}:([^\s@/"'<>]{3,128})@(?!localhost|127\.|\[?::1)/g,
    group: 1,
  },
];

function token(kind: string, body: string): SecretPattern {
  return { kind, pattern: new RegExp(`${START}${body}${END}`, 'g'), group: 0 };
}

/** Documentation, masks and templates, not secrets. */
export function isPlaceholder(value: string): boolean {
  return (
    /example|changeme|placeholder|redacted|dummy|sample|xxxx|1234567890|abcdef/i.test(value) ||
    /^(\*+|\.+|x+|pass(word|wd)?|pwd|secret|user|\$.*|%.*|\{.*|<.*)$/i.test(value) ||
    new Set(value.replace(/^[A-Za-z]+[_-]/, '')).size < 5
  );
}

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w@-])/g;
const NOBODY =
  /@(example|test|localhost|users\.noreply|noreply)\b|\.(example|invalid|test|local)$|@[\w.-]*example\.|gserviceaccount\.com$|^(no-?reply|git|root|info|support|admin|webmaster)@/i;
const PHONE =
  /(?<![\w.+-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?|\d{2,4}[ .-])\d{2,4}(?:[ .-]\d{2,6}){1,3}(?![\w.-])/g;
const CARD = /(?<![\w.-])\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}(?![\w.-])/g;

/** E-mail addresses of people, each once. */
export function emailsIn(text: string): ReadonlySet<string> {
  return new Set((text.match(EMAIL) ?? []).map((one) => one.toLowerCase()).filter((one) => !NOBODY.test(one)));
}

/** Telephone numbers, each once; only where the output speaks of telephones, for dates and measurements look alike. */
export function phonesIn(text: string): ReadonlySet<string> {
  if (!/phone|mobile|telefon|\btel\b/i.test(text)) return new Set();
  return new Set(
    (text.match(PHONE) ?? []).filter(
      (one) => /^[+(]|[ .-]/.test(one) && digits(one).length >= 9 && digits(one).length <= 15,
    ),
  );
}

/** Payment card numbers, each once: with separators, a valid check digit, and near a word that says so. */
export function cardsIn(text: string): ReadonlySet<string> {
  if (!/card|visa|master|amex|payment|pan\b/i.test(text)) return new Set();
  const numbers = (text.match(CARD) ?? []).map(digits);
  return new Set(
    numbers.filter((one) => one.length >= 14 && isLuhn(one) && new Set(one).size > 3 && !/^4242|^5555|^4111/.test(one)),
  );
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function isLuhn(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
