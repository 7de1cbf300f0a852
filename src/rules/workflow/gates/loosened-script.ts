import { readShell, type ShellScript, shellScript } from '../../../documents/shell/script-commands.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { gateOutcome } from '../shell-runs/gate-outcome.ts';
import { type GateCommand, gateCommands } from './gate-commands.ts';
import type { Gate } from './gate-signs.ts';
import { type Loosened, programOf } from './loosened.ts';
import { type ScriptLine, scriptLines } from './script-lines.ts';
import { scriptPlace } from './script-place.ts';
import type { StepShell } from './step-shell.ts';

/** A step's script on one side. */
export interface ScriptSide {
  readonly source: string;
  readonly run: YamlScalar;
  readonly shell: StepShell;
  /** Id of the step. */
  readonly id?: string;
}

/** Whether both scripts can be followed command by command. */
export function canFollow(...sides: readonly ScriptSide[]): boolean {
  return sides.every(({ run, shell }) => shell.kind === 'posix' && shellScript(run).isReadable);
}

/**
 * The checks of a script whose failure was that of the step on the base and no longer is. `named` is what the step's
 * name says it checks.
 */
export function loosenedScript(before: ScriptSide, after: ScriptSide, named: Gate | undefined): Loosened[] {
  const [old = [], now = []] = [before, after].map(({ run, shell }) => gateCommands(shellScript(run), shell, named));
  const counted = byText(old.filter(({ outcome }) => outcome === 'fails'));
  const same = byText(now);
  const fresh = now.filter(({ command: { text } }) => !counted.has(text)).slice(0, MAX_FRESH);
  return [...counted].flatMap(([text, twins]) => {
    const [one] = twins;
    const lost = lostAmong(text, twins.length, same.get(text) ?? [], fresh);
    return one && lost ? [describe(one, lost, before, after)] : [];
  });
}

/** Each of them is compared with every check of the base. */
const MAX_FRESH = 100;

function byText(commands: readonly GateCommand[]): ReadonlyMap<string, readonly GateCommand[]> {
  const found = new Map<string, GateCommand[]>();
  for (const one of commands) {
    const twins = found.get(one.command.text);
    if (twins) twins.push(one);
    else found.set(one.command.text, [one]);
  }
  return found;
}

/** The command of the head that does what this one did and no longer counts; undefined where enough of them still do. */
function lostAmong(
  text: string,
  times: number,
  same: readonly GateCommand[],
  fresh: readonly GateCommand[],
): GateCommand | undefined {
  const isAlike = (other: string) => programOf(other) === programOf(text) || other.includes(text);
  const candidates = same.length > 0 ? same : fresh.filter(({ command }) => isAlike(command.text));
  const counting = candidates.filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown');
  if (counting.length >= (same.length > 0 ? times : 1)) return undefined;
  return candidates.find(({ outcome }) => outcome !== 'fails' && outcome !== 'unknown');
}

const MASK =
  /\s*(\|\||;|(?<!&)&(?!&))\s*((\S*\/)?(env\s+)?true|:|exit 0|\(exit 0\)|(echo|printf)\b[^|&;()]*|\{\s*(echo|printf)\b[^}]*\})?\s*;?$/;

function describe(old: GateCommand, lost: GateCommand, before: ScriptSide, after: ScriptSide): Loosened {
  const common = {
    command: lost.command.text,
    gate: lost.gate,
    outcome: lost.outcome,
    certain: lost.outcome !== 'may pass' && lost.isKnown && !isReadLater(after),
  };
  const stops = gateOutcome(shellScript(after.run), lost.command, before.shell) === 'fails';
  if (stops)
    return { ...common, range: after.run.range, by: `shell: ${after.shell.written ?? 'default'}`, isShell: true };
  const was = lineOf(before, old.command.node.start);
  const culprit = culpritOf(lost, before, after);
  if (culprit) {
    const line = lineOf(after, culprit.start);
    const text = culprit.text.replace(/\s+/g, ' ');
    return { ...common, range: line?.range ?? after.run.range, by: text, isWhole: line?.text === text };
  }
  const line = lineOf(after, lost.command.node.start);
  const statement = statementAround(shellScript(after.run), lost)?.replace(/\s+/g, ' ');
  const isWhole = line !== undefined && (statement === line.text || line.text.startsWith(`${statement} &`));
  const mask = isWhole ? MASK.exec(line.text)?.[0].trim() : undefined;
  return {
    ...common,
    range: line?.range ?? after.run.range,
    by: mask || (statement ?? lost.command.text),
    ...(was ? { before: was } : {}),
    isWhole: isWhole && was?.text === old.command.text,
  };
}

/** Its result is an output that another place asks for. */
function isReadLater({ source, run, id }: ScriptSide): boolean {
  return id !== undefined && run.text.includes('GITHUB_OUTPUT') && source.includes(`steps.${id}.outputs`);
}

/** In a longer script (in characters) nobody searches for the line that is to blame. */
const MAX_SEARCHED = 20_000;

/** The new statement elsewhere in the script without which the failure would count. */
function culpritOf(
  lost: GateCommand,
  before: ScriptSide,
  after: ScriptSide,
): { readonly start: number; readonly text: string } | undefined {
  const [old, now] = [shellScript(before.run), shellScript(after.run)];
  const known = new Set(statements(old).map(({ text }) => text));
  const { start } = lost.command.node;
  const fresh = statements(now).filter((one) => !known.has(one.text) && !(one.start <= start && start < one.end));
  if (now.text.length > MAX_SEARCHED) return undefined;
  return fresh.slice(0, 20).find((one) => {
    const text = now.text.slice(0, one.start) + ' '.repeat(one.end - one.start) + now.text.slice(one.end);
    const without = readShell(text);
    const same = without.commands.find(({ node }) => node.start === start);
    return same !== undefined && gateOutcome(without, same, after.shell) === 'fails';
  });
}

function statements({
  root,
  text,
}: ShellScript): { readonly start: number; readonly end: number; readonly text: string }[] {
  return root.children
    .filter(({ named, type }) => named && type !== 'comment')
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end).trim() }));
}

function statementAround(script: ShellScript, { command }: GateCommand): string | undefined {
  return statements(script).find(({ start, end }) => start <= command.node.start && command.node.end <= end)?.text;
}

function lineOf({ source, run }: ScriptSide, offset: number): ScriptLine | undefined {
  const at = scriptPlace(source, run, offset);
  if (at === undefined) return undefined;
  return scriptLines(source, run).find(({ range }: { range: Range }) => range.start <= at && at < range.end);
}
