import { parseWorkflow, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { FileContent } from '../../types.ts';

/** A workflow that runs Pipewright on some pull requests only. */
export interface FilteredWorkflow {
  readonly path: string;
  /** `paths` or `paths-ignore`. */
  readonly filter: string;
}

/** The workflows that run Pipewright and start only for some paths: as required checks, they leave the rest waiting for ever. */
export function filteredWorkflows(files: ReadonlyMap<string, FileContent>): readonly FilteredWorkflow[] {
  return [...files].flatMap(([path, content]) => {
    if (content.state !== 'text') return [];
    const workflow = parseWorkflow(path, 'head', content.text);
    const filter = runsPipewright(workflow) ? filterOf(workflow) : undefined;
    return filter === undefined ? [] : [{ path, filter }];
  });
}

function runsPipewright(workflow: WorkflowDocument): boolean {
  return stepsOf(workflow).some(({ step }) => /(^|\/)pipewright$/.test(step.uses?.repository ?? ''));
}

function filterOf({ view }: WorkflowDocument): string | undefined {
  return view.triggers
    .filter(({ event }) => event === 'pull_request' || event === 'pull_request_target')
    .flatMap(({ config }) => entryOf(config, 'paths')?.key.text ?? entryOf(config, 'paths-ignore')?.key.text ?? [])[0];
}
