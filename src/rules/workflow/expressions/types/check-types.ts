import type { WorkflowDocument, WorkflowView } from '../../../../documents/workflow.ts';
import { quote } from '../../../quote.ts';
import { jobAt } from '../../jobs/job-at.ts';
import type { PlacedExpression } from '../expressions-of.ts';
import { contextTypes } from './context-types.ts';
import { inferType } from './infer-type.ts';
import { type Wanted, wantedAt } from './place-types.ts';
import { type TypeProblem, WHY } from './type-problem.ts';
import { ANY, isCollection, nameOf, STRING, type ValueType } from './value-type.ts';

/** What is wrong with the types in an expression, or with its type where it stands; undefined when nothing is for sure. */
export function checkTypes(expression: PlacedExpression, { view }: WorkflowDocument): TypeProblem | undefined {
  const found = infer(expression, view)?.next();
  if (!found) return undefined;
  return found.done ? placeProblem(expression, found.value) : found.value;
}

/** The type of the value that an expression gives; a text where it is a part of one, `any` where it is not known. */
export function typeAt(expression: PlacedExpression, { view }: WorkflowDocument): ValueType {
  if (!expression.whole) return STRING;
  const found = infer(expression, view)?.next();
  return found?.done ? found.value : ANY;
}

function infer({ node, path }: PlacedExpression, view: WorkflowView): Generator<TypeProblem, ValueType> | undefined {
  return node && inferType(node, contextTypes(view, jobAt(view, path)));
}

function placeProblem(expression: PlacedExpression, type: ValueType): TypeProblem | undefined {
  const wanted = expression.whole ? wantedAt(expression.path) : TEXT;
  if (!wanted || expression.path.at(-1) === 'if') return undefined;
  if (expression.path[2] === 'runs-on' && !isRunner(type)) return noRunner(expression);
  if (wanted.some((one) => isTaken(type, one))) return undefined;
  if (wanted.includes('text') && isCollection(type) && !wanted.includes('list')) return printed(expression);
  return {
    what: `${quote(expression.text)} is ${nameOf(type)}, and ${wanted.map((one) => NAMES[one]).join(' or ')} belongs there.`,
    why: WHY.fails,
    remedy:
      type.kind === 'string'
        ? `If it holds one, read it with ${quote(`fromJSON(${expression.text})`)}.`
        : 'Name the property that is one.',
    ...(wanted.includes('number') || wanted.includes('boolean') ? { confidence: 'likely' } : {}),
  };
}

/** Where a mapping chooses the runner, it has a group, labels or both, and nothing else. */
function isRunner(type: ValueType): boolean {
  if (type.kind !== 'object' || type.rest) return true;
  return [...type.properties.keys()].every((name) => name === 'group' || name === 'labels');
}

function noRunner({ text }: PlacedExpression): TypeProblem {
  return {
    what: `${quote(text)} is an object that names no runner.`,
    why: WHY.fails,
    remedy: 'Name the property that holds the label, or give it a `group` and `labels`.',
  };
}

const TEXT: readonly Wanted[] = ['text'];

const NAMES: Readonly<Record<Wanted, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
  list: 'a list',
  mapping: 'a mapping',
};

function isTaken(type: ValueType, wanted: Wanted): boolean {
  if (type.kind === 'any' || type.kind === 'null') return true;
  if (wanted === 'text') return !isCollection(type);
  if (wanted === 'list') return type.kind === 'array';
  return wanted === 'mapping' ? type.kind === 'object' : type.kind === wanted;
}

function printed({ text }: PlacedExpression): TypeProblem {
  return {
    what: `${quote(text)} is no single value.`,
    why: WHY.word,
    remedy: `Name the property, or write ${quote(`toJSON(${text})`)}.`,
  };
}
