import { withoutTokens } from '../without-tokens.ts';

/**
 * Text without credentials: what looks like one is replaced by `[redacted: what]`. Line breaks stay where they are.
 * References to secrets (`${{ secrets.X }}`, `var.password`, `os.environ["X"]`) are evidence, not secrets, and stay.
 */
export function redactCredentials(text: string): string {
  return withoutTokens(text)
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
