import type { JsExpression } from '../../../documents/javascript/js-expression.ts';
import type { JavaScriptView } from '../../../documents/javascript.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Message, Range, Severity } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { startsCode } from '../shell-flow/code-variables.ts';
import type { RunnerFile } from '../shell-flow/file-writes.ts';
import type { OutsideVariable } from '../shell-flow/outside-variables.ts';
import { type ScriptFlow, scriptFlows } from './script-flows.ts';
import { calls } from './script-outputs.ts';
import { ask, meaningsOf } from './value-meanings.ts';

/** A call of a script that hands an outsider's text to later steps in a form that does more than it should. */
export interface ScriptWrite extends Pick<Message, 'what'>, Partial<Pick<Message, 'why' | 'remedy'>> {
  readonly key: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly filtered: boolean;
}

/** Such calls, for one of the runner's files. */
export function scriptWrites(document: WorkflowDocument | ActionDocument, file: RunnerFile): ScriptWrite[] {
  return scriptFlows(document).flatMap((flow) => [...byToolkit(flow, file), ...byHand(flow, file)]);
}

const SETS: Readonly<Record<RunnerFile, string>> = {
  GITHUB_ENV: 'core.exportVariable',
  GITHUB_OUTPUT: 'core.setOutput',
  GITHUB_PATH: 'core.addPath',
};
const REMEDY = 'Spell the name out in the script, and hand on only the value.';

/** The toolkit ends a value with a line that nobody can guess: what is left is the name, and a folder. */
function byToolkit({ key, script, outside }: ScriptFlow, file: RunnerFile): ScriptWrite[] {
  return calls(script, SETS[file]).flatMap(({ args: [name, value], range }): ScriptWrite[] => {
    const named = outside(name);
    const base = (from: OutsideVariable) => ({
      key: `${key}/${from.source}`,
      range: script.place(range),
      severity: from.severity,
      filtered: from.filtered,
    });
    if (named && file === 'GITHUB_PATH')
      return [{ ...base(named), what: `${quote('core.addPath')} adds the folder that ${quote(named.source)} names.` }];
    if (named) {
      const what = `${quote(SETS[file])} takes ${quote(named.source)} for the name.`;
      const why =
        file === 'GITHUB_ENV'
          ? `Whoever writes that text sets ${quote('LD_PRELOAD')} or ${quote('BASH_ENV')} as well: the next step runs their code.`
          : 'Whoever writes that text sets any output of the step: what later steps and jobs decide by is their choice.';
      return [{ ...base(named), what, why, remedy: REMEDY }];
    }
    const from = file === 'GITHUB_ENV' && name?.kind === 'text' && startsCode(name.value) ? outside(value) : undefined;
    if (!from || name?.kind !== 'text') return [];
    return [
      {
        ...base(from),
        what: `${quote('core.exportVariable')} sets ${quote(name.value)} to ${quote(from.source)}.`,
        why: 'Programs of later steps take from that variable what they run, or where they look for it.',
        remedy: 'Let the workflow itself say what stands in it.',
      },
    ];
  });
}

const APPENDS = ['appendFileSync', 'appendFile', 'writeFileSync', 'writeFile'];

/** `fs.appendFileSync(process.env.GITHUB_ENV, ...)`: a line break in the text begins the next variable. */
function byHand({ key, script, outside }: ScriptFlow, file: RunnerFile): ScriptWrite[] {
  return APPENDS.flatMap((name) => [`module.fs.${name}`, `module.fs.promises.${name}`])
    .flatMap((name) => calls(script, name))
    .flatMap((call): ScriptWrite[] => {
      const [target, text] = call.args;
      const from = isFile(target, file, script.view) ? outside(text) : undefined;
      const harms = from && (file === 'GITHUB_PATH' || (from.manyLines && !hasSecretDelimiter(text)));
      if (!from || !harms) return [];
      const range = script.place(call.range);
      const what = `The script writes ${quote(from.source)} into ${quote(`$${file}`)}.`;
      return [{ key: `${key}/${from.source}`, range, severity: from.severity, filtered: from.filtered, what }];
    });
}

function isFile(target: JsExpression | undefined, file: RunnerFile, view: JavaScriptView): boolean {
  if (!target) return false;
  return meaningsOf({ expression: target, scope: new Map() }, ask(view)).some(
    ({ path }) => path?.steps.join('.') === `env.${file}`,
  );
}

/** `name<<${delimiter}`: nobody can write the end of the value into it. */
function hasSecretDelimiter(text: JsExpression | undefined): boolean {
  if (text?.kind !== 'sum') return false;
  return text.operands.some((operand, i) => {
    if (operand.kind === 'sum') return hasSecretDelimiter(operand);
    const next = text.operands[i + 1];
    return operand.kind === 'text' && /<<\w*$/.test(operand.value) && next !== undefined && next.kind !== 'text';
  });
}
