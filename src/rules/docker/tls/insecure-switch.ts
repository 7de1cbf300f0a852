import type { ShellWord } from '../../../documents/shell.ts';
import type { Edit } from '../../../types.ts';

/** What of a command switches the check of certificates off. */
export interface InsecureSwitch {
  readonly text: string;
  /** Takes it away, where it is one word or one letter. */
  readonly edit?: Edit;
}

type Finder = (words: readonly ShellWord[]) => InsecureSwitch | undefined;

/** Programs by name, as their manuals document them (November 2026). */
const PROGRAMS: readonly (readonly [RegExp, Finder])[] = [
  [/^curl$/, curl],
  [/^wget$/, (words) => removable(words, /^--no-check-certificate$/)],
  [/^(pip[\d.]*|python[\d.]*|uv|poetry)$/, pip],
  [/^(npm|pnpm|yarn)$/, strictSsl],
  [/^git$/, (words) => setting(words, /^http\.(.*\.)?sslverify$/i)],
  [/^(yum|dnf|microdnf|tdnf|yum-config-manager)$/, (words) => plain(words, /sslverify=(0|false)/i)],
  [/^apt(-get)?$/, (words) => plain(words, /Verify-(Peer|Host)=["']?(false|0|no)/i)],
  [/^(conda|mamba|micromamba)$/, (words) => setting(words, /^ssl_verify$/i) ?? plain(words, /^--insecure$|^-k$/)],
  [/^(kubectl|helm|oc|argocd|crictl)$/, (words) => removable(words, /^--insecure(-skip-tls-verify)?(=true)?$/)],
  [/^(aws)$/, (words) => removable(words, /^--no-verify-ssl$/)],
  [/^(skopeo|podman|buildah)$/, (words) => removable(words, /^--(src-|dest-)?tls-verify=false$/)],
];

/** The switch, unless the command only talks to its own machine. */
export function insecureSwitch(words: readonly ShellWord[]): InsecureSwitch | undefined {
  const program = words[0]?.text.replace(/^.*\//, '') ?? '';
  const found = PROGRAMS.find(([name]) => name.test(program))?.[1](words);
  return found && !isLocal(words) ? found : undefined;
}

function isLocal(words: readonly ShellWord[]): boolean {
  const hosts = words.flatMap(
    ({ text }) => /^(?:--trusted-host[ =])?(?:https?:\/\/)([^/:?]+|\[[^\]]*\])/.exec(text)?.[1] ?? [],
  );
  return hosts.length > 0 && hosts.every((host) => /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(host));
}

/** Letters of curl that take the rest of the word, or the next one, as their value. */
const CURL_VALUES = /[AbcCdDeEFHhKmoPQrtTuUwxXyYz]/;

function curl(words: readonly ShellWord[]): InsecureSwitch | undefined {
  for (const [i, { text, range }] of words.entries()) {
    if (/^--(proxy-)?insecure$/.test(text)) return removable(words, /^--(proxy-)?insecure$/);
    if (!/^-[A-Za-z#0-9:]+$/.test(text)) continue;
    const letters = text.slice(1);
    const value = letters.search(CURL_VALUES);
    const at = (value < 0 ? letters : letters.slice(0, value)).indexOf('k');
    if (at < 0 || /^-[AbdeFHoTuwX]$/.test(words[i - 1]?.text ?? '')) continue;
    if (letters === 'k') return removable(words, /^-k$/);
    const start = range.start + 1 + at;
    // A quoted word is longer than its text, and the letter stands elsewhere.
    return range.end - range.start === text.length
      ? { text, edit: { range: { start, end: start + 1 }, text: '' } }
      : { text };
  }
  return undefined;
}

function pip(words: readonly ShellWord[]): InsecureSwitch | undefined {
  if (words.some(({ text }) => /(^|\.)trusted-host$/.test(text) && !text.startsWith('-')))
    return { text: 'trusted-host' };
  const at = words.findIndex(({ text }) => /^--(trusted-host|allow-insecure-host)(=|$)/.test(text));
  const word = words[at];
  const host = word?.text.includes('=') ? word.text.replace(/^[^=]*=/, '') : (words[at + 1]?.text ?? '');
  if (!word || /^(localhost|127\.)/.test(host)) return undefined;
  return { text: word.text.includes('=') ? word.text : `${word.text} ${host}` };
}

function strictSsl(words: readonly ShellWord[]): InsecureSwitch | undefined {
  return setting(words, /^(--)?(strict-ssl|enableStrictSsl)$/i);
}

/** `name value`, or `name=value`, with a value that means no. */
function setting(words: readonly ShellWord[], name: RegExp): InsecureSwitch | undefined {
  for (const [i, { text }] of words.entries()) {
    const [key = '', value = words[i + 1]?.text] = text.split('=', 2);
    if (name.test(key) && /^(false|0|no|off|<false>)$/i.test(value ?? '')) return { text: `${key} ${value}` };
  }
  return undefined;
}

function plain(words: readonly ShellWord[], pattern: RegExp): InsecureSwitch | undefined {
  const word = words.find(({ text }) => pattern.test(text));
  return word ? { text: word.text } : undefined;
}

/** A word of its own: it goes with the space in front of it. */
function removable(words: readonly ShellWord[], pattern: RegExp): InsecureSwitch | undefined {
  const at = words.findIndex(({ text }) => pattern.test(text));
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return undefined;
  return { text: word.text, edit: { range: { start: before.range.end, end: word.range.end }, text: '' } };
}
