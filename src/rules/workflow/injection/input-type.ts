import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Control } from './untrusted-contexts.ts';

/** Types that GitHub checks before the run: nothing but their own values gets in. */
const CHECKED = new Set(['boolean', 'number', 'choice', 'environment']);

/** Who decides what an input holds; undefined where GitHub checks its type or the file does not declare it. */
export function inputControl(document: WorkflowDocument | ActionDocument, name: string): Control | undefined {
  if (document.kind === 'action')
    return declared(entryOf(document.view.root, 'inputs')?.value, name) ? 'caller' : undefined;
  const [call, dispatch] = ['workflow_call', 'workflow_dispatch'].map((event) => {
    const config = document.view.triggers.find((trigger) => trigger.event === event)?.config;
    return declared(entryOf(config, 'inputs')?.value, name);
  });
  if (call && !CHECKED.has(textAt(call, 'type') ?? 'string')) return 'caller';
  return dispatch && !CHECKED.has(textAt(dispatch, 'type') ?? 'string') ? 'dispatcher' : undefined;
}

/** The names of all inputs, in lower case. */
export function declaredInputs(document: WorkflowDocument | ActionDocument): string[] {
  const configs =
    document.kind === 'action' ? [document.view.root] : document.view.triggers.map(({ config }) => config);
  return configs.flatMap((config) => {
    const inputs = entryOf(config, 'inputs')?.value;
    return inputs?.type === 'map' ? inputs.entries.map(({ key }) => key.text.toLowerCase()) : [];
  });
}

function declared(inputs: YamlNode | undefined, name: string): YamlNode | undefined {
  if (inputs?.type !== 'map') return undefined;
  return inputs.entries.find(({ key }) => key.text.toLowerCase() === name)?.value;
}
