import { contextPaths } from '../../../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../../../documents/workflow.ts';
import { at, textAt, type YamlMap } from '../../../../documents/yaml/yaml-node.ts';
import { quote } from '../../../quote.ts';
import type { PlacedExpression } from '../expressions-of.ts';
import { typeAt } from './check-types.ts';
import { type TypeProblem, WHY } from './type-problem.ts';
import { nameOf } from './value-type.ts';

/** What is wrong with an expression that is the default of an input of a called workflow. */
export function defaultProblem(expression: PlacedExpression, document: WorkflowDocument): TypeProblem | undefined {
  const [, , , name, key] = expression.path;
  if (expression.path.slice(0, 3).join('.') !== 'on.workflow_call.inputs' || key !== 'default') return undefined;
  const inputs = at(document.view.root, 'on', 'workflow_call', 'inputs');
  if (inputs?.type !== 'map' || typeof name !== 'string') return undefined;
  const order = orderOf(inputs);
  const own = order.get(name.toLowerCase()) ?? -1;
  const later = [...contextPaths(expression.node)].find(
    ([context, input = '']) => context === 'inputs' && (order.get(input) ?? -1) >= own,
  );
  if (later) return notYet(later.join('.'), name.toLowerCase() === later[1]);
  const type = textAt(inputs, name, 'type');
  return type === 'number' || type === 'boolean' ? otherType(expression, document, type) : undefined;
}

function orderOf(inputs: YamlMap): ReadonlyMap<string, number> {
  const order = known.get(inputs) ?? new Map(inputs.entries.map(({ key }, i) => [key.text.toLowerCase(), i]));
  known.set(inputs, order);
  return order;
}

const known = new WeakMap<YamlMap, ReadonlyMap<string, number>>();

function notYet(written: string, isItself: boolean): TypeProblem {
  return {
    what: `${quote(written)} has no value yet where it stands${isItself ? ': it is the input itself' : ''}.`,
    why: WHY.empty,
    remedy: 'Write the value, or move the input that it is made of before this one.',
    ...(isItself ? {} : { confidence: 'likely' }),
  };
}

function otherType(
  expression: PlacedExpression,
  document: WorkflowDocument,
  wanted: 'number' | 'boolean',
): TypeProblem | undefined {
  const value = typeAt(expression, document);
  if (value.kind === 'any' || value.kind === 'null' || value.kind === wanted) return undefined;
  return {
    what: `The default ${quote(expression.text)} is ${nameOf(value)}, and the input a ${wanted}.`,
    why: WHY.fails,
    remedy: `Give it a ${wanted}, or change the type.`,
  };
}
