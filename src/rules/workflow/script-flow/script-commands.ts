import type { JsCall, JsExpression } from '../../../documents/javascript/js-expression.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { isFreeText, takesOptions } from '../shell-flow/argument-words.ts';
import { takesCode } from '../shell-flow/code-words.ts';
import type { OutsideVariable } from '../shell-flow/outside-variables.ts';
import { type ScriptFlow, scriptFlows } from './script-flows.ts';
import { calledPaths } from './value-meanings.ts';

/** A call of a script that starts a program, or runs a text, with an outsider's text in it. */
export interface ScriptCommand {
  readonly key: string;
  readonly range: Range;
  /** The function, as the script names it. */
  readonly named: string;
  readonly from: OutsideVariable;
  /** The text is run as code, or it is split into words that may be options. */
  readonly how: 'code' | 'options';
}

const known = new WeakMap<WorkflowDocument | ActionDocument, readonly ScriptCommand[]>();

/** Such calls of the scripts in a workflow or composite action. */
export function scriptCommands(document: WorkflowDocument | ActionDocument): readonly ScriptCommand[] {
  const found = known.get(document) ?? findCommands(document);
  known.set(document, found);
  return found;
}

function findCommands(document: WorkflowDocument | ActionDocument): ScriptCommand[] {
  return scriptFlows(document).flatMap((flow) =>
    flow.script.view.calls.flatMap((call) => {
      const named = nameOf(call);
      if (call.callee.kind === 'member' && !INTERESTING.test(named)) return [];
      for (const { steps } of calledPaths(call, flow.script.view)) {
        const found = commandOf(steps.join('.'), call, flow.outside);
        if (found) return [{ key: flow.key, range: flow.script.place(call.range), named, ...found }];
      }
      return [];
    }),
  );
}

const INTERESTING =
  /^(exec|execSync|execFile|execFileSync|spawn|spawnSync|getExecOutput|run\w+|Script|compileFunction)$/;
const RUNS_SHELL = /^module\.child_process\.exec(Sync)?$/;
const RUNS_CODE = /^(eval|Function|module\.vm\.(run\w+|Script|compileFunction))$/;
const RUNS_PROGRAM = /^(exec\.(exec|getExecOutput)|module\.child_process\.(execFile|spawn)(Sync)?)$/;

type Found = Pick<ScriptCommand, 'from' | 'how'>;

function commandOf(path: string, { args }: JsCall, outside: ScriptFlow['outside']): Found | undefined {
  const [first, second] = args;
  if (RUNS_SHELL.test(path)) return asCode(outside(first));
  if (RUNS_CODE.test(path)) return asCode(outside(path === 'Function' ? args.at(-1) : first));
  if (!first || !RUNS_PROGRAM.test(path)) return undefined;
  const list: JsExpression = second?.kind === 'list' ? second : { kind: 'list', items: [] };
  if (args.some((arg) => arg.kind === 'object' && arg.entries.some(isShell)))
    return asCode(outside(first) ?? outside(list));
  const [program = '', ...words] = startOf(first).split(/\s+/);
  if (program === '') return asCode(outside(first.kind === 'sum' ? first.operands[0] : first));
  const option = takesCode(program);
  if (option) return asCode(words.some((word) => option.test(word)) ? outside(first) : outside(behind(option, list)));
  // The toolkit splits a command line at its spaces; a list keeps its words.
  const from = path.startsWith('exec.') && takesOptions(program) ? outside(first) : undefined;
  return from && isFreeText(from) && !words.includes('--') ? { from, how: 'options' } : undefined;
}

/** The item of a list behind an option. */
function behind(option: RegExp, list: JsExpression): JsExpression | undefined {
  const items = list.kind === 'list' ? list.items : [];
  const at = items.findIndex((item) => item.kind === 'text' && option.test(item.value));
  return at < 0 ? undefined : items[at + 1];
}

function asCode(from: OutsideVariable | undefined): Found | undefined {
  return from && { from, how: 'code' };
}

/** What a command line begins with, as far as it is spelled out. */
function startOf(command: JsExpression): string {
  if (command.kind === 'text') return command.value.trimStart();
  return command.kind === 'sum' && command.operands[0] ? startOf(command.operands[0]) : '';
}

/** `shell: true`, or the path of one. */
function isShell({ key, value }: { readonly key: string; readonly value: JsExpression }): boolean {
  return key === 'shell' && (value.kind === 'text' || (value.kind === 'name' && value.name === 'true'));
}

function nameOf({ callee }: JsCall): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.property : '';
}
