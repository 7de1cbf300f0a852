import { invokedWords, parseShell, type ShellCommand } from '../../../documents/shell.ts';
import { sliceOf } from '../../../documents/source-text.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { stepShell } from '../gates/step-shell.ts';

/** Something from the network that is run as it came. */
export interface RunDownload {
  readonly step: Step;
  readonly range: Range;
  /** The command that runs it. */
  readonly written: string;
  /** Where it comes from, as far as the script says. */
  readonly url: string;
  readonly how: 'piped' | 'evaluated' | 'saved';
}

const WORTH_PARSING = /\b(curl|wget)\b/;
/** Checks that what was fetched is what somebody expected. */
const CHECKS =
  /\b(sha\d*sum|shasum|md5sum|b2sum)\b|\bgpgv?\b.{0,200}--verify|\bgpgv\b|\bcosign verify|\bminisign\b|\bslsa-verifier\b|\battestation verify|\bopenssl (dgst|sha)|\bcertutil\b|\bsignify\b/;

/** The downloads of a job, or of a composite action, that are run without a look at them. */
export function runDownloads(
  document: WorkflowDocument | ActionDocument,
  job: Job | undefined,
  steps: readonly Step[],
): RunDownload[] {
  const saved = new Map<string, string>();
  return steps.flatMap((step) => {
    const { run } = step;
    const worth = run && (WORTH_PARSING.test(run.text) || saved.size > 0);
    if (!run || !worth || stepShell(document, job, step).kind !== 'posix') return [];
    const { start, end } = run.contentRange;
    const { commands } = parseShell(document.source.slice(start, end), start);
    return readCommands(commands, document.source, saved).map((found) => ({ ...found, step }));
  });
}

/** `saved` holds files that were fetched and not yet checked, with where they come from; it is brought up to date. */
function readCommands(
  commands: readonly ShellCommand[],
  source: string,
  saved: Map<string, string>,
): Omit<RunDownload, 'step'>[] {
  const found: Omit<RunDownload, 'step'>[] = [];
  const held = new Map<string, string>();
  for (const command of commands) {
    const written = sliceOf(source, command.range);
    if (CHECKS.test(written)) saved.clear();
    for (const { name, value } of command.assignments) {
      const url = value && substituted(value.text);
      if (url !== undefined) held.set(name, url);
    }
    const hit = direct(command, commands, held) ?? runsSaved(command, saved);
    if (hit && !isPinned(hit.url)) found.push({ ...hit, range: command.range, written });
    const target = savedTo(command);
    if (target) saved.set(target.file, target.url);
    else follow(command, saved);
  }
  return found;
}

type Hit = Pick<RunDownload, 'url' | 'how'>;

const SHELLS = /^((ba|z|da|k|a)?sh|fish)$/;
const INTERPRETERS = /^(python[\d.]*|perl|ruby|node|php|deno|pwsh)$/;

function direct(
  command: ShellCommand,
  all: readonly ShellCommand[],
  held: ReadonlyMap<string, string>,
): Hit | undefined {
  const words = invokedWords(command);
  const name = nameOf(words[0]?.text);
  const args = words.slice(1).map(({ text }) => text);
  if (SHELLS.test(name) || INTERPRETERS.test(name)) {
    const url = readsInput(args) ? pipedFrom(command, all) : undefined;
    if (url !== undefined) return { url, how: 'piped' };
  }
  const takesCode = name === 'eval' || name === 'source' || name === '.' || SHELLS.test(name);
  if (!takesCode) return undefined;
  const [url] = args.flatMap((arg) => substituted(arg) ?? []);
  if (url !== undefined) return { url, how: name === 'eval' ? 'evaluated' : 'piped' };
  const variable = name === 'eval' ? args.flatMap((arg) => held.get(/^\$\{?(\w+)\}?$/.exec(arg)?.[1] ?? '') ?? []) : [];
  return variable[0] === undefined ? undefined : { url: variable[0], how: 'evaluated' };
}

function nameOf(text: string | undefined): string {
  return (text ?? '').split('/').at(-1) ?? '';
}

/** `bash`, `bash -s -- --yes`, `python3 -`: the program comes from its input. */
function readsInput(args: readonly string[]): boolean {
  const [first] = args.filter((word) => !/^-[exuo]+$|^-o$|^pipefail$/.test(word));
  return first === undefined || first === '-' || /^-\w*s$/.test(first) || first === '--';
}

function pipedFrom(command: ShellCommand, all: readonly ShellCommand[]): string | undefined {
  if (command.pipelineIndex === 0) return undefined;
  const before = all.filter(
    (one) => one.pipelineRange.start === command.pipelineRange.start && one.pipelineIndex < command.pipelineIndex,
  );
  const fetch = before.find((one) => isFetch(one));
  return fetch && urlOf(fetch);
}

/** The address in `$(curl ...)` or `<(curl ...)`. */
function substituted(text: string): string | undefined {
  const [, rest] = /^\s*(?:\$\(|<\(|`)\s*(?:curl|wget)\b([^\n]*)/.exec(text) ?? [];
  return rest === undefined ? undefined : (addressIn(rest.split(/\s+/)) ?? '');
}

function isFetch(command: ShellCommand): boolean {
  return /^(curl|wget)$/.test(nameOf(invokedWords(command)[0]?.text));
}

function urlOf(command: ShellCommand): string {
  return (
    addressIn(
      invokedWords(command)
        .slice(1)
        .map(({ text }) => text),
    ) ?? ''
  );
}

function addressIn(words: readonly string[]): string | undefined {
  const plain = words.map((word) => word.replace(/^["']|(?<!["')])["')]+$/g, ''));
  return plain.find((word) => /:\/\//.test(word)) ?? plain.find((word) => /^[\w$]/.test(word) && word.includes('/'));
}

/** A commit never changes, and this machine is not the network. */
function isPinned(url: string): boolean {
  return /\/[0-9a-f]{40}(\/|$)|:\/\/(localhost|127\.0\.0\.1|\[::1\])/i.test(url);
}

/** The file that a command saves a download to. */
function savedTo(command: ShellCommand): { readonly file: string; readonly url: string } | undefined {
  if (!isFetch(command)) return undefined;
  const words = invokedWords(command).map(({ text }) => text);
  const url = urlOf(command);
  const redirect = command.redirects.find(({ operator }) => operator === '>')?.target?.text;
  const isCurl = nameOf(words[0]) === 'curl';
  const option = words.findIndex((word) => (isCurl ? /^(-\w*o|--output)$/ : /^(-\w*O|--output-document)$/).test(word));
  const named = option > 0 ? words[option + 1] : undefined;
  const own =
    isCurl && !words.some((word) => /^(-\w*O\w*|--remote-name)$/.test(word))
      ? undefined
      : url.split(/[?#]/)[0]?.split('/').at(-1);
  const file = redirect ?? named ?? (command.pipelineLength === 1 ? own : undefined);
  return file && file !== '-' ? { file: normal(file), url } : undefined;
}

function normal(file: string): string {
  return file.replace(/^\.\//, '');
}

function runsSaved(command: ShellCommand, saved: ReadonlyMap<string, string>): Hit | undefined {
  if (saved.size === 0) return undefined;
  const words = invokedWords(command).map(({ text }) => text);
  const [program = '', ...args] = words;
  const name = nameOf(program);
  const first =
    SHELLS.test(name) || INTERPRETERS.test(name) || /^(source|\.)$/.test(program)
      ? args.find((word) => !word.startsWith('-'))
      : program;
  if (first === undefined || (first === program && !program.includes('/'))) return undefined;
  const url = saved.get(normal(first));
  return url === undefined ? undefined : { url, how: 'saved' };
}

/** `mv`, `cp` and `install` give a file another name. */
function follow(command: ShellCommand, saved: Map<string, string>): void {
  const words = invokedWords(command).map(({ text }) => text);
  if (!/^(mv|cp|install)$/.test(words[0] ?? '')) return;
  const files = words.slice(1).filter((word) => !word.startsWith('-'));
  const [from, to] = [files.at(-2), files.at(-1)];
  const url = from === undefined ? undefined : saved.get(normal(from));
  if (to !== undefined && url !== undefined) saved.set(normal(to), url);
}
