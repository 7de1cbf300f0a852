import { chainOf } from '../../../documents/javascript/chain-of.ts';
import type { JsCall, JsExpression } from '../../../documents/javascript/js-expression.ts';
import type { JavaScriptView } from '../../../documents/javascript.ts';
import { checkedValues } from './checked-values.ts';
import { answerPath, GIVEN, modulePath, propertyOf, type ValuePath } from './value-path.ts';

/** A value of a script, with what the parameters of the functions around it stand for. */
export interface Placed {
  readonly expression: JsExpression;
  readonly scope: Scope;
}

export type Scope = ReadonlyMap<string, Placed>;

/** What a value is, once names are followed: something that the script was given, or what is written there. */
export type Meaning = { readonly path: ValuePath } | ({ readonly path?: undefined } & Placed);

/** One question to a script. Names can lead to names without end: the steps are counted. */
export interface Question {
  readonly view: JavaScriptView;
  left: number;
  depth: number;
}

const MAX_STEPS = 500;
const MAX_DEPTH = 40;

export function ask(view: JavaScriptView): Question {
  return { view, left: MAX_STEPS, depth: 0 };
}

/** One step further into a value; nothing where a script leads too far. */
export function further<T>(question: Question, look: () => T[]): T[] {
  question.left -= 1;
  if (question.left < 0 || question.depth >= MAX_DEPTH) return [];
  question.depth += 1;
  const found = look();
  question.depth -= 1;
  return found;
}

export function meaningsOf(placed: Placed, question: Question): Meaning[] {
  return further(question, () => lookUp(placed, question));
}

function lookUp(placed: Placed, question: Question): Meaning[] {
  const { expression, scope } = placed;
  switch (expression.kind) {
    case 'name':
      return ofName(expression.name, scope, question);
    case 'member':
      return isChecked(expression, question) ? [] : ofMember(expression.of, expression.property, scope, question);
    case 'choice':
      return expression.options.flatMap((option) => meaningsOf({ expression: option, scope }, question));
    case 'call':
      return ofCall(expression, scope, question);
    default:
      return [placed];
  }
}

const NO_SCOPE: Scope = new Map();
const known = new WeakMap<JavaScriptView, Map<string, readonly ValuePath[]>>();

/** The functions that a call may be of, as paths: `core.setOutput`, `module.child_process.exec`. */
export function calledPaths({ callee }: JsCall, view: JavaScriptView): readonly ValuePath[] {
  const chain = chainOf(callee);
  const answers = known.get(view) ?? new Map<string, readonly ValuePath[]>();
  known.set(view, answers);
  const found = (chain === undefined ? undefined : answers.get(chain)) ?? pathsOf(callee, NO_SCOPE, ask(view));
  if (chain !== undefined) answers.set(chain, found);
  return found;
}

function pathsOf(callee: JsExpression, scope: Scope, question: Question): ValuePath[] {
  return meaningsOf({ expression: callee, scope }, question).flatMap(({ path }) => path ?? []);
}

function ofName(name: string, scope: Scope, question: Question): Meaning[] {
  const bound = scope.get(name);
  if (bound) return meaningsOf(bound, question);
  const known = question.view.names.get(name);
  const given = GIVEN.get(name);
  if (!known) return given ? [{ path: given }] : [];
  // Two functions each have their own, and which of them is meant is not looked up.
  if (known.declarations > 1 || checkedValues(question.view).has(name)) return [];
  return known.values.flatMap((expression) => meaningsOf({ expression, scope: new Map() }, question));
}

function isChecked(expression: JsExpression, { view }: Question): boolean {
  const chain = chainOf(expression);
  return chain !== undefined && checkedValues(view).has(chain);
}

function ofMember(of: JsExpression, property: string, scope: Scope, question: Question): Meaning[] {
  return meaningsOf({ expression: of, scope }, question).flatMap((meaning): Meaning[] => {
    if (meaning.path) {
      const path = propertyOf(meaning.path, property);
      return path ? [{ path }] : [];
    }
    return partsOf(meaning.expression, property).flatMap((expression) =>
      meaningsOf({ expression, scope: meaning.scope }, question),
    );
  });
}

function partsOf(value: JsExpression, property: string): readonly JsExpression[] {
  // Of what a method gives, such as `split`, every element is a part.
  if (value.kind === 'call') return property === '*' ? [value] : [];
  if (value.kind === 'list') return property === '*' ? value.items : [];
  if (value.kind !== 'object') return [];
  const own = value.entries.filter(({ key }) => key.toLowerCase() === property.toLowerCase());
  if (own.length > 0) return own.map((entry) => entry.value);
  const spread = value.entries.filter(({ key }) => key === '...');
  return spread.map((entry) => ({ kind: 'member', of: entry.value, property }));
}

const ELEMENT = /^(find|findLast|at|pop|shift)$/;
const SAME_LIST = /^(filter|slice|sort|toSorted|reverse|toReversed|flat|concat)$/;

function ofCall(call: JsCall, scope: Scope, question: Question): Meaning[] {
  const { callee, args } = call;
  const [first] = args;
  if (callee.kind === 'name' && /^(require|import)$/.test(callee.name) && first?.kind === 'text')
    return [{ path: modulePath(first.value) }];
  if (callee.kind === 'member') {
    if (callee.property === 'promisify' && first) return meaningsOf({ expression: first, scope }, question);
    const isElement = ELEMENT.test(callee.property);
    if (isElement || SAME_LIST.test(callee.property)) {
      const lists = meaningsOf({ expression: callee.of, scope }, question).filter(({ path }) => isList(path));
      if (lists.length > 0) return isElement ? lists.flatMap(({ path }) => elementOf(path)) : lists;
    }
  }
  const answers = pathsOf(callee, scope, question).flatMap((path) => answersOf(path, first, scope, question));
  return answers.length > 0 ? answers.map((path) => ({ path })) : [{ expression: call, scope }];
}

function answersOf(path: ValuePath, first: JsExpression | undefined, scope: Scope, question: Question): ValuePath[] {
  if (path.steps.join('.') === 'toolkit.getOctokit') return [{ steps: ['client'] }];
  const isPaginated = path.steps.join('.') === 'client.paginate';
  const asked = isPaginated && first ? meaningsOf({ expression: first, scope }, question) : [{ path }];
  return asked.flatMap((one) => (one.path && answerPath(one.path, isPaginated)) ?? []);
}

/** Lists of the API, and those of payloads: `context.payload.commits`. */
function isList(path: ValuePath | undefined): boolean {
  return path !== undefined && /^(\[list\]|commits|labels|pages|pull_requests)$/.test(path.steps.at(-1) ?? '');
}

function elementOf(path: ValuePath | undefined): Meaning[] {
  const element = path && propertyOf(path, '*');
  return element ? [{ path: element }] : [];
}
