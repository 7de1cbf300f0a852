/**
 * Text without personal data, as far as that has a form: addresses, numbers, names where names are written. Each is
 * replaced by `[redacted: what]`; line breaks stay where they are. Machines are no persons: service accounts, bots,
 * private and documentation addresses stay, for a review may need them.
 */
export function redactPersonal(text: string): string {
  return text
    .replace(TRAILER, '$1[redacted: name]')
    .replace(AUTHOR, (all, before: string, value: string) => (isNoName(value) ? all : `${before}[redacted: name]`))
    .replace(MAINTAINER, '$1[redacted: name]')
    .replace(GIT_NAME, '$1[redacted: name]')
    .replace(TODO, '$1([redacted: name])')
    .replace(EMAIL, (all) => (isMachine(all) ? all : '[redacted: e-mail address]'))
    .replace(COMMENT, (comment) => comment.replace(MENTION, '$1[redacted: name]'))
    .replace(PHONE, '[redacted: phone number]')
    .replace(IPV4, (all, ...octets: string[]) =>
      isPublic(octets.slice(0, 4).map(Number)) ? '[redacted: IP address]' : all,
    )
    .replace(IPV6, (all) => (/^2001:0?db8:/i.test(all) ? all : '[redacted: IP address]'));
}

/** Lines that git and mailing lists end messages with. */
const TRAILER =
  /\b((?:signed-off|co-authored|co-developed|reviewed|acked|tested|reported|suggested|helped)-by:[ \t]{0,20})[^\n]{1,200}/gi;
/** Front matter, `pyproject.toml`, labels of images. */
const AUTHOR =
  /((?:^|[\s"'{,.])(?:authors?|maintainers?|created[_-]by|author[_-]name)["']?[ \t]{0,20}[:=][ \t]{0,20})([^\n]{2,300})/gim;
const MAINTAINER = /^([ +-]?[ \t]{0,80}MAINTAINER[ \t]+)[^\n]{1,200}/gm;
const GIT_NAME = /(\buser\.name[ \t=]{1,5})(?:"[^"\n]{1,100}"|'[^'\n]{1,100}'|[^\s"']{2,100})/g;
const TODO = /\b(TODO|FIXME|XXX|HACK)\([^()\n]{1,60}\)/g;
/** Not what follows a slash: `actions/checkout@v4.beta` is an action at a tag. */
const EMAIL = /(?<![\w.+/@-])[\w.+[\]-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}\b/gi;
const COMMENT = /(?:^[ +-]?|[ \t])(?:#|\/\/|--|<!--|\/\*|\*)[ \t][^\n]*/gm;
/** Not `@acme/platform`, which is a team or a package, nor an address. */
const MENTION = /(^|[\s(,:])@[a-z\d](?:[a-z\d-]{0,38})(?![\w/.@(-])/gi;
const PHONE =
  /(?<=[\s:"'(=,])\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?![\w.])|(?<![\w.(-])(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?![\w.-])/g;
/** Not a version after a comparison. */
const IPV4 = /(?<![\w.~<>^-]|[=~<>!]=|[vV])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w-]|\.\d)/g;
const IPV6 = /(?<![\w:.])[23][0-9a-f]{3}(?::[0-9a-f]{0,4}){2,7}(?![\w:.])/gi;

function isNoName(value: string): boolean {
  return /^["']?(?:\$|\[redacted|true\b|false\b|null\b|none\b|var\.|local\.|\{\{)/i.test(value.trim());
}

function isMachine(address: string): boolean {
  return /^(?:git|no-?reply|root|admin|info|support|security|team)@|\[bot\]@|gserviceaccount\.com$|@example\.(?:com|org|net)$/i.test(
    address,
  );
}

/** Whether a machine of the internet may have the address: not private, local, shared, of documentation or multicast. */
function isPublic([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean {
  if ([a, b, c, d].some((octet) => octet > 255)) return false;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 172 && b >= 16 && b <= 31) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return false;
  if (a === 169 && b === 254) return false;
  if (a === 100 && b >= 64 && b <= 127) return false;
  return !((a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) || (a === 203 && b === 0 && c === 113));
}
