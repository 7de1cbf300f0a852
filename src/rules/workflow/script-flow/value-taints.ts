import type { JsCall, JsExpression } from '../../../documents/javascript/js-expression.ts';
import type { JavaScriptView } from '../../../documents/javascript.ts';
import { EXTERNAL_EVENTS } from '../injection/active-events.ts';
import type { Taint } from '../injection/trace-value.ts';
import { untrustedContext } from '../injection/untrusted-contexts.ts';
import { ask, further, meaningsOf, type Placed, type Question, type Scope } from './value-meanings.ts';
import { plainSteps, type ValuePath } from './value-path.ts';

/** An outsider's text that gets into a value of a script. */
export interface ScriptTaint extends Pick<Taint, 'control' | 'events' | 'source'> {
  /** Line breaks of the text are left as they are. */
  readonly keepsLines: boolean;
  /** The script takes it apart or changes it. */
  readonly filtered: boolean;
}

/** What stands outside the script: variables of its step, and what GitHub fills in. */
export interface Surroundings {
  readonly variable: (name: string) => readonly Taint[];
  readonly filled: (text: string) => readonly Taint[];
}

/** The texts of outsiders that a value can hold; `asJson` where an object is written out. */
export function taintsOf(
  expression: JsExpression,
  view: JavaScriptView,
  around: Surroundings,
  asJson = false,
): ScriptTaint[] {
  return follow({ expression, scope: new Map() }, asJson, ask(view), around);
}

function follow(placed: Placed, asJson: boolean, question: Question, around: Surroundings): ScriptTaint[] {
  return further(question, () =>
    meaningsOf(placed, question).flatMap((meaning) =>
      meaning.path ? ofPath(meaning.path, asJson, around) : ofValue(meaning, asJson, question, around),
    ),
  );
}

const ANSWERED = [...EXTERNAL_EVENTS];
const FILE_EVENTS = ['pull_request', 'pull_request_target'];

function ofPath(path: ValuePath, asJson: boolean, around: Surroundings): ScriptTaint[] {
  const [first, second] = path.steps;
  if (first === 'env') return second === undefined ? [] : around.variable(second).map(asItIs);
  if (first === 'filename')
    return [asItIs({ control: 'structured', events: FILE_EVENTS, source: `${path.answerOf}: filename` })];
  const steps = plainSteps(path);
  const found = first === 'github' ? untrustedContext(steps, asJson) : undefined;
  if (!found) return [];
  const { answerOf } = path;
  const source = answerOf ? `${answerOf}: ${steps.slice(2).join('.')}` : steps.join('.');
  return [asItIs({ control: found.control, events: answerOf ? ANSWERED : found.events, source })];
}

function asItIs({ control, events, source, derived }: Taint): ScriptTaint {
  return { control, events, source, keepsLines: true, filtered: derived === true };
}

function ofValue(
  { expression, scope }: Placed,
  asJson: boolean,
  question: Question,
  around: Surroundings,
): ScriptTaint[] {
  const within = (values: readonly JsExpression[], json: boolean) =>
    values.flatMap((value) => follow({ expression: value, scope }, json, question, around));
  switch (expression.kind) {
    case 'filled':
      return around.filled(expression.text).map(asItIs);
    case 'sum':
      return within(expression.operands, false);
    case 'list':
      return within(expression.items, asJson);
    case 'object':
      return asJson
        ? within(
            expression.entries.map(({ value }) => value),
            true,
          )
        : [];
    case 'call':
      return ofCall(expression, scope, asJson, question, around);
    default:
      return [];
  }
}

/** Methods that hand on their text, or a part of it. */
const KEEPS = /^(trim|trimStart|trimEnd|toString|toLowerCase|toUpperCase|normalize|padStart|padEnd|concat)$/;
const TAKES_APART = /^(slice|substring|substr|split|join|at|shift|pop|find|filter|reverse|sort|flat)$/;

function ofCall(
  { callee, args }: JsCall,
  scope: Scope,
  asJson: boolean,
  question: Question,
  around: Surroundings,
): ScriptTaint[] {
  const [first] = args;
  const name = callee.kind === 'name' ? callee.name : undefined;
  if (name === 'String' && first) return follow({ expression: first, scope }, false, question, around);
  if (callee.kind !== 'member') return [];
  const { of, property } = callee;
  if (of.kind === 'name' && of.name === 'JSON' && property === 'stringify' && first)
    return follow({ expression: first, scope }, true, question, around).map((taint) => ({
      ...taint,
      keepsLines: false,
    }));
  const given = () => follow({ expression: of, scope }, asJson, question, around);
  if (KEEPS.test(property)) return given();
  if (TAKES_APART.test(property)) return given().map((taint) => changed(taint, first));
  if (/^replace(All)?$/.test(property)) return isFilter(first) ? [] : given().map((taint) => changed(taint, first));
  if (/^(map|flatMap)$/.test(property) && first?.kind === 'function' && first.body && first.parameter !== undefined) {
    const element: Placed = { expression: { kind: 'member', of, property: '*' }, scope };
    const inner: Scope = new Map([...scope, [first.parameter, element]]);
    return follow({ expression: first.body, scope: inner }, asJson, question, around).map((taint) => changed(taint));
  }
  return [];
}

/** `/[^a-z]/g`: what is not on a list is taken out; or the signs that a shell reads are. */
function isFilter(pattern: JsExpression | undefined): boolean {
  return (
    pattern?.kind !== 'text' && !(pattern?.kind === 'regex' && !/\[\^|\\[WDS]|\[[^\]]*[$`;&|"']/.test(pattern.text))
  );
}

/** Split at line breaks, or rid of them, it is one line. */
function changed(taint: ScriptTaint, pattern?: JsExpression): ScriptTaint {
  const written = pattern?.kind === 'text' ? pattern.value : pattern?.kind === 'regex' ? pattern.text : '';
  return { ...taint, filtered: true, keepsLines: taint.keepsLines && !/\n|\\n|\\r|\\s/.test(written) };
}
