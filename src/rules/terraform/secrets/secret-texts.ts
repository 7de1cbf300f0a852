import { isSecretName } from '../../is-secret-name.ts';
import { judgeSecretValue } from '../../judge-secret-value.ts';

/** Formats that only credentials have. Examples of the documentation are none. */
const CREDENTIALS: readonly (readonly [RegExp, string])[] = [
  [/\b(AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z0-9]{16}\b/, 'an AWS access key'],
  [/-----BEGIN (RSA |EC |OPENSSH |DSA |ENCRYPTED )?PRIVATE KEY-----\s*[\w+/=\r\n]{40,}/, 'a private key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, 'a GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{50,}\b/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{20,}\b/, 'a GitLab token'],
  [/\bxox[abprs]-[A-Za-z0-9-]{20,}\b/, 'a Slack token'],
  [/\bsk_live_[A-Za-z0-9]{20,}\b/, 'a Stripe key'],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, 'a Google API key'],
];

/** What kind of credential a text holds; nothing of the text is kept. */
export function credentialIn(text: string): string | undefined {
  return CREDENTIALS.find(([pattern]) => pattern.test(text))?.[1];
}

/** The name under which a script or a list of variables sets a secret: `export DB_PASSWORD=...`, `"name": "...", "value": "..."`. */
export function secretSetIn(text: string): string | undefined {
  const assignments = text.matchAll(/^\s*(?:export\s+|set\s+)?([A-Za-z_]\w*)=\\?["']?([^\s"'\\]+)/gm);
  const listed = text.matchAll(/"name"\s*:\s*"(\w+)"\s*,\s*"value"\s*:\s*"([^"]+)"/g);
  for (const [, name = '', value = ''] of [...assignments, ...listed]) if (isSecret(name, value)) return name;
  return undefined;
}

/** The last word of a name under which a value that looks chosen, not generated, is a secret as well. */
const PASSWORD = /(^|[^a-z])(password|passwd|passphrase|passcode)(_wo|_plaintext)?$/i;

/** Whether a literal under a name is a secret. */
export function isSecret(name: string, value: string): boolean {
  // The key of a disk, as Google calls it.
  if (!isSecretName(name) && !/^(\w+_)?raw_key$/.test(name)) return false;
  const judged = judgeSecretValue(value);
  if (judged === 'none' || /^(projects|alias|\/subscriptions|organizations|folders)\//.test(value)) return false;
  if (judged === 'strong') return !/^[a-z]+([/:.][\w./:-]+)+$/i.test(value);
  return PASSWORD.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2')) && !/\s.*\s.*\s/.test(value);
}
