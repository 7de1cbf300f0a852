import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { at, scalarAt, textAt } from '../../../documents/yaml/yaml-node.ts';

/** An input or secret that a called workflow declares. */
export interface Declaration {
  readonly name: string;
  readonly required: boolean;
  readonly type?: string;
}

/** What a workflow declares for its callers. */
export function declarationsOf({ view }: WorkflowDocument, what: 'inputs' | 'secrets'): readonly Declaration[] {
  const declared = at(view.root, 'on', 'workflow_call', what);
  if (declared?.type !== 'map') return [];
  return declared.entries.map(({ key, value }) => {
    const type = textAt(value, 'type');
    const required = scalarAt(value, 'required')?.value === true;
    return { name: key.text, required, ...(type === undefined ? {} : { type }) };
  });
}
