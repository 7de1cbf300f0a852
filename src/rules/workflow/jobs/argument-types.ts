import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Problem } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { expressionAt } from '../expressions/expressions-of.ts';
import { typeAt } from '../expressions/types/check-types.ts';
import { declaredType } from '../expressions/types/input-types.ts';
import { nameOf, type ValueType } from '../expressions/types/value-type.ts';
import { yamlType } from '../expressions/types/yaml-type.ts';
import type { Declaration } from './call-declarations.ts';

/** Values that a call gives to inputs of another type. Everything but objects and lists can become text. */
export function* argumentTypeProblems(
  document: WorkflowDocument,
  job: Job,
  inputs: readonly Declaration[],
): Generator<Problem> {
  const given = entryOf(job.node, 'with')?.value;
  if (given?.type !== 'map') return;
  const types = new Map(inputs.map(({ name, type }) => [name.toLowerCase(), type]));
  for (const { key, value } of given.entries) {
    const wanted = declaredType(types.get(key.text.toLowerCase()), 'workflow_call');
    if (value.type !== 'scalar' || (wanted.kind !== 'number' && wanted.kind !== 'boolean')) continue;
    const isComputed = value.text.includes('${{');
    const type = isComputed ? computedType(document, ['jobs', job.id, 'with', key.text]) : yamlType(value);
    if (type.kind === 'any' || type.kind === 'null' || type.kind === wanted.kind) continue;
    yield mismatch(job, key.text, value, type, wanted, isComputed);
  }
}

function computedType(document: WorkflowDocument, path: readonly string[]): ValueType {
  const expression = expressionAt(document, path);
  return expression ? typeAt(expression, document) : { kind: 'any' };
}

function mismatch(
  job: Job,
  name: string,
  { range, text }: YamlScalar,
  type: ValueType,
  wanted: ValueType,
  isComputed: boolean,
): Problem {
  return {
    range,
    key: `${job.id}/with/${name}/type`,
    ...(isComputed ? { confidence: 'likely' } : {}),
    message: {
      what: `The input ${quote(name)} is declared as ${nameOf(wanted)}, and ${quote(text)} is ${nameOf(type)}.`,
      why: 'GitHub takes no value of another type: the call fails with `Unexpected value`.',
      remedy:
        isComputed && type.kind === 'string'
          ? 'Read the value with `fromJSON()`, or declare the input as a string.'
          : `Give it ${nameOf(wanted)}.`,
    },
  };
}
