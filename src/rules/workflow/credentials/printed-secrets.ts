import { invokedWords, type ShellCommand } from '../../../documents/shell.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import { type PlacedCommand, placedCommands } from '../scripts/placed-commands.ts';

/** Programs that print another text than they read: what masks the secret does not know it. */
const CHANGES = new Set(['base64', 'base32', 'jq', 'yq', 'cut', 'sed', 'awk', 'rev', 'xxd', 'od', 'hexdump', 'fold']);
const CHANGE = /\b(?:base64|base32|jq|yq|cut|sed|awk|rev|xxd|fold)\b/;
/** Answers about a document that hold nothing of it. */
const ONLY_ASKS = /^(?:empty|length|keys|type|\.?\s*\|\s*(?:length|keys|type))$/;

export interface PrintedSecret {
  readonly at: PlacedCommand;
  /** What is printed: the variable or expression. */
  readonly what: string;
}

/** The commands that print something derived from a secret; `names` are the variables that hold one. */
export function printedSecrets(source: string, run: YamlScalar, names: ReadonlySet<string>): PrintedSecret[] {
  const commands = placedCommands(source, run);
  const derived = derivedVariables(commands, names);
  const masked = maskedVariables(run.text);
  const pipelines = new Map<number, PlacedCommand[]>();
  for (const one of commands) {
    const { start } = one.command.pipelineRange;
    const pipeline = pipelines.get(start);
    if (pipeline) pipeline.push(one);
    else pipelines.set(start, [one]);
  }
  return [...pipelines.values()].flatMap((pipeline): PrintedSecret[] => {
    const at = pipeline.at(-1);
    if (!at || at.command.inSubstitution || at.command.inCondition || isRedirected(at.command)) return [];
    const what = changed(pipeline, names) ?? echoed(at.command, derived);
    return what === undefined || masked.has(what) ? [] : [{ at, what }];
  });
}

/** What stands on a line that masks something. */
function maskedVariables(script: string): ReadonlySet<string> {
  const lines = script.split('\n').filter((line) => line.includes('::add-mask::'));
  return new Set(lines.flatMap((line) => line.match(/\w+/g) ?? []));
}

/** `D=$(echo "$SECRET" | jq -r .x)`, `D=${SECRET#prefix}`. */
function derivedVariables(commands: readonly PlacedCommand[], names: ReadonlySet<string>): ReadonlySet<string> {
  const derived = new Set<string>();
  for (const { command } of commands) {
    for (const { name, value } of command.assignments) {
      const secret = value && secretIn(value.text, names);
      if (!value || !secret) continue;
      if (CHANGE.test(value.text) || /\$\{\w+[#%:/,^][^}]/.test(value.text)) derived.add(name);
    }
  }
  return derived;
}

function changed(pipeline: readonly PlacedCommand[], names: ReadonlySet<string>): string | undefined {
  const [first] = pipeline;
  const last = pipeline.at(-1)?.command;
  if (!first || !last) return undefined;
  const runs = pipeline.map(({ command }) => invokedWords(command).map(({ text }) => text));
  const changes = runs.some(
    ([name = '', ...args]) => CHANGES.has(name) && !args.some((arg) => ONLY_ASKS.test(arg) || /noout|-exit/.test(arg)),
  );
  const printer = runs.at(-1)?.[0] ?? '';
  if (!changes || !(CHANGES.has(printer) || printer === 'tee')) return undefined;
  if (printer === 'tee' && last.redirects.length > 0) return undefined;
  const fed = [...first.command.redirects, ...last.redirects].flatMap(({ operator, target }) =>
    operator === '<<<' && target ? [target.text] : [],
  );
  const begins = /^(?:echo|printf)$/.test(runs[0]?.[0] ?? '') ? (runs[0]?.slice(1) ?? []) : [];
  return [...fed, ...begins].map((text) => secretIn(text, names)).find((secret) => secret !== undefined);
}

function echoed(command: ShellCommand, derived: ReadonlySet<string>): string | undefined {
  const [name, ...args] = invokedWords(command).map(({ text }) => text);
  if (command.pipelineLength > 1 || (name !== 'echo' && name !== 'printf')) return undefined;
  if (args.some((arg) => arg.includes('::add-mask::'))) return undefined;
  return args.map((arg) => variableIn(arg, derived)).find((secret) => secret !== undefined);
}

function secretIn(text: string, names: ReadonlySet<string>): string | undefined {
  return /\$\{\{[^}]{0,200}?\bsecrets\.([\w-]+)/i.exec(text)?.[1] ?? variableIn(text, names);
}

function variableIn(text: string, names: ReadonlySet<string>): string | undefined {
  return [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name).find((name) => names.has(name));
}

function isRedirected({ redirects }: ShellCommand): boolean {
  return redirects.some(({ operator }) => operator.includes('>'));
}
