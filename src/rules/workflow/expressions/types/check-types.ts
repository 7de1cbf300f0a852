import type { WorkflowDocument } from '../../../../documents/workflow.ts';
import { quote } from '../../../quote.ts';
import type { PlacedExpression } from '../expressions-of.ts';
import { contextTypes } from './context-types.ts';
import { inferType } from './infer-type.ts';
import { type Wanted, wantedAt } from './place-types.ts';
import { type TypeProblem, WHY } from './type-problem.ts';
import { isCollection, nameOf, type ValueType } from './value-type.ts';

/** What is wrong with the types in an expression, or with its type where it stands; undefined when nothing is for sure. */
export function checkTypes(expression: PlacedExpression, { view }: WorkflowDocument): TypeProblem | undefined {
  if (!expression.node) return undefined;
  const [top, id] = expression.path;
  const job = top === 'jobs' ? view.jobs.find((one) => one.id === id) : undefined;
  const steps = inferType(expression.node, contextTypes(view, job));
  const first = steps.next();
  return first.done ? placeProblem(expression, first.value) : first.value;
}

function placeProblem(expression: PlacedExpression, type: ValueType): TypeProblem | undefined {
  const wanted = expression.whole ? wantedAt(expression.path) : TEXT;
  if (!wanted || expression.path.at(-1) === 'if' || wanted.some((one) => isTaken(type, one))) return undefined;
  if (wanted.includes('text') && isCollection(type) && !wanted.includes('list')) return printed(expression);
  return {
    what: `${quote(expression.text)} is ${nameOf(type)}, and ${wanted.map((one) => NAMES[one]).join(' or ')} belongs there.`,
    why: WHY.fails,
    remedy:
      type.kind === 'string'
        ? `If it holds one, read it with ${quote(`fromJSON(${expression.text})`)}.`
        : 'Name the property that is one.',
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
