import type { WorkflowView } from '../../../../documents/workflow.ts';
import { at, entryOf, textAt } from '../../../../documents/yaml/yaml-node.ts';
import { ANY, BOOLEAN, commonType, NUMBER, STRING, type ValueType } from './value-type.ts';

const TYPES: Readonly<Record<string, ValueType>> = {
  string: STRING,
  choice: STRING,
  environment: STRING,
  number: NUMBER,
  boolean: BOOLEAN,
};

/** The type that an input is declared with; a dispatched one without a type is text. */
export function declaredType(type: string | undefined, event: string): ValueType {
  if (type === undefined) return event === 'workflow_dispatch' ? STRING : ANY;
  return TYPES[type] ?? ANY;
}

/** The type of `inputs`: declared for a call, for a dispatch, or for both. Names that are not declared are not judged here. */
export function inputsType({ root }: WorkflowView): ValueType {
  const declared = new Map<string, ValueType[]>();
  for (const event of ['workflow_call', 'workflow_dispatch']) {
    const inputs = at(root, 'on', event, 'inputs');
    for (const { key, value } of inputs?.type === 'map' ? inputs.entries : []) {
      const name = key.text.toLowerCase();
      const type = entryOf(value, 'type') ? (textAt(value, 'type') ?? '') : undefined;
      declared.set(name, [...(declared.get(name) ?? []), declaredType(type, event)]);
    }
  }
  const properties = new Map([...declared].map(([name, types]) => [name, commonType(types)]));
  return { kind: 'object', properties, rest: ANY };
}
