import { invokedWords, parseShell, type ShellCommand } from '../../../documents/shell.ts';
import { sliceOf } from '../../../documents/source-text.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { stepShell } from '../gates/step-shell.ts';
import { environmentEntry, type Place } from '../injection/trace-value.ts';

/** A secret that a script sends where it should not go. */
export interface SentSecret {
  readonly key: string;
  readonly range: Range;
  readonly written: string;
  /** `collector`: a service that shows strangers what it got; `everything`: the whole environment or all secrets; `open`: unprotected on its way. */
  readonly how: 'collector' | 'address' | 'everything' | 'open';
  readonly host: string;
}

const WORTH_PARSING = /\b(curl|wget|nc|ncat|netcat)\b/;
/** Services that show whoever knows the address what was sent to it, or lead to a machine at somebody's home. */
const COLLECTORS =
  /(^|\.)(webhook\.site|requestbin\.(com|net)|pipedream\.net|ngrok\.io|ngrok(-free)?\.(app|dev)|oastify\.com|burpcollaborator\.net|interact\.sh|oast\.(fun|pro|live|site|online|me)|transfer\.sh|pastebin\.com|file\.io|0x0\.st|termbin\.com|beeceptor\.com|requestcatcher\.com|hookb\.in|canarytokens\.com|dnslog\.cn|ceye\.io|serveo\.net|localhost\.run|lhr\.life|trycloudflare\.com|paste\.rs|dpaste\.(com|org))$/i;
const PRIVATE =
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0|100\.(6[4-9]|[789]\d|1[01]\d|12[0-7])\.)/;

/** Every secret that a script sends in one of these ways. */
export function sentSecrets(document: WorkflowDocument | ActionDocument): SentSecret[] {
  if (!WORTH_PARSING.test(document.source)) return [];
  return stepsOf(document).flatMap(({ step, job, key }) => {
    const { run } = step;
    if (!run || !WORTH_PARSING.test(run.text) || stepShell(document, job, step).kind !== 'posix') return [];
    const { start, end } = run.contentRange;
    const { commands } = parseShell(document.source.slice(start, end), start);
    const place: Place = { document, step, ...(job ? { job } : {}) };
    return commands.flatMap((command) => {
      const found = ofCommand(command, commands, place);
      const { range } = command;
      return found ? [{ ...found, key: `${key}/${found.host}`, range, written: sliceOf(document.source, range) }] : [];
    });
  });
}

function ofCommand(
  command: ShellCommand,
  all: readonly ShellCommand[],
  place: Place,
): Pick<SentSecret, 'how' | 'host'> | undefined {
  const words = invokedWords(command).map(({ text }) => text);
  const name = words[0]?.split('/').at(-1) ?? '';
  if (!/^(curl|wget|nc|ncat|netcat)$/.test(name)) return undefined;
  const address = addressOf(words.slice(1), name);
  if (!address) return undefined;
  const { host, open } = address;
  if (/^(localhost|\[::1\])$|\.(local|internal|localhost)$/i.test(host) || PRIVATE.test(host)) return undefined;
  if (isFedAll(command, all) || words.some((word) => /tojson\(\s*secrets\s*\)/i.test(word)))
    return { how: 'everything', host };
  if (!words.some((word) => holdsSecret(word, place))) return undefined;
  if (COLLECTORS.test(host)) return { how: 'collector', host };
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host)) return { how: 'address', host };
  return open ? { how: 'open', host } : undefined;
}

/** A host that the script spells out. */
function addressOf(
  words: readonly string[],
  name: string,
): { readonly host: string; readonly open: boolean } | undefined {
  if (/^n/.test(name)) {
    const host = words.find((word) => /^[\w-]+(\.[\w-]+)+$/.test(word));
    return host === undefined ? undefined : { host, open: false };
  }
  for (const word of words) {
    const [, scheme, host] = /^(https?):\/\/(?:[^/@\s]*@)?([\w.-]+)/i.exec(word) ?? [];
    if (scheme && host) return { host, open: scheme.toLowerCase() === 'http' };
  }
  return undefined;
}

/** `env | base64 | curl -d @- ...` */
function isFedAll(command: ShellCommand, all: readonly ShellCommand[]): boolean {
  if (command.pipelineIndex === 0) return false;
  const first = all.find((one) => one.pipelineRange.start === command.pipelineRange.start && one.pipelineIndex === 0);
  const words = first ? first.words.map(({ text }) => text) : [];
  return (
    (/^(env|printenv)$/.test(words[0] ?? '') && words.length === 1) ||
    words.some((word) => /^\/proc\/[^/]+\/(environ|mem)$/.test(word))
  );
}

const SECRET = /\$\{\{[^}]{0,300}\b(secrets\s*[.[]|github\.token\b)/i;

function holdsSecret(word: string, place: Place): boolean {
  if (SECRET.test(word)) return true;
  return [...word.matchAll(/\$\{?(\w+)/g)].some(([, name = '']) => {
    const value = environmentEntry(name, place)?.value;
    return value?.type === 'scalar' && SECRET.test(value.text);
  });
}
