/**
 * What a literal under a secret's name is: nothing, a placeholder or a reference (`none`), a word somebody may have set
 * for development (`weak`), or something that looks generated (`strong`).
 */
export type SecretValue = 'none' | 'weak' | 'strong';

const PLACEHOLDER =
  /^(<.*>|\[.*\]|\{.*\}|%.*%|__.*__|@.*@|x+|\*+|\.+|-+|_+|todo|tbd|n\/?a|none|null|nil|undef(ined)?|unset|empty|void|default|disabled?|enabled?|true|false|yes|no|on|off|.*change[-_ ]?(me|it|this).*|.*place[-_]?holder.*|.*dummy.*|.*fake.*|.*example.*|.*redacted.*|.*sample.*|.*replace.*|insert[-_ ].*|your[-_ ].*|my[-_ ].*|not[-_ ]?(a|used|set|needed|real|secret|required).*|un(used|needed).*|test(s|ing)?|test[-_].*|build(time)?|build[-_].*|mock.*|foo|bar|baz|secret|token|string)$/i;
/** The name of something that holds the secret, not the secret. */
const NAME_OF_STORE = /^[a-z0-9]+([-/.][a-z0-9]+)*[-/.](secrets?|credentials?|creds|passwords?|tokens?|keys?)$/;
const REFERENCE =
  /^(\$|%\()|\$\(|\$\{|\{\{|^(vault|ref|ref\+\w+|op|arn|ssm|secretsmanager|gcp|akv|keyvault|env|file)[:+]/i;

/** Judges without keeping anything of the value. */
export function judgeSecretValue(value: string): SecretValue {
  const text = value.trim();
  if (text.length < 3 || /^\d{1,4}$/.test(text) || PLACEHOLDER.test(text) || REFERENCE.test(text)) return 'none';
  if (/^[\w+-]+:\/\/[^:@/]*(\/|$)/.test(text) || /^(\.{0,2}|~|[A-Za-z]:)[/\\][\w@.\\/-]+$/.test(text)) return 'none';
  if (NAME_OF_STORE.test(text)) return 'none';
  const isMixed = /[0-9]/.test(text) && /[A-Za-z]/.test(text) && new Set(text).size >= 10;
  return /^-----BEGIN/.test(text) || (text.length >= 16 && isMixed && !/\s/.test(text)) ? 'strong' : 'weak';
}
