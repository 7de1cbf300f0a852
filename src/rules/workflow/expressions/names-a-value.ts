import type { Job } from '../../../documents/workflow/job.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { KNOWN_PROPERTIES } from './known-properties.ts';
import { isDeclared } from './undeclared.ts';

/**
 * Whether words with dots are surely a context of GitHub's, and no file or host of that look (`github.com`,
 * `matrix.json`): the file declares what they name, or they have a property that is known.
 */
export function namesAValue(
  path: readonly string[],
  document: WorkflowDocument | ActionDocument,
  job: Job | undefined,
): boolean {
  const [context = '', name = '', section] = path;
  switch (context) {
    case 'github':
      return name === 'event'
        ? section !== undefined
        : KNOWN_PROPERTIES.github?.has(name) === true && path.length === 2;
    case 'secrets':
      return path.length === 2 && !/^(ya?ml|json|env|txt|toml|enc|md|tfvars|py|js|ts|sh)$/i.test(name);
    case 'needs':
      return isOutput(section) && job?.needs.some(({ text }) => text.toLowerCase() === name) === true;
    case 'steps':
      return isOutput(section) && stepIds(document, job).includes(name);
    case 'inputs':
    case 'matrix':
      return document.kind === 'workflow' && path.length === 2 && isDeclared(path, document.view, job) === true;
    default:
      return false;
  }
}

function isOutput(section: string | undefined): boolean {
  return section !== undefined && ['outputs', 'outcome', 'conclusion', 'result'].includes(section);
}

function stepIds(document: WorkflowDocument | ActionDocument, job: Job | undefined): string[] {
  const steps = job?.steps ?? (document.kind === 'action' ? document.view.steps : []);
  return steps.flatMap(({ id }) => id?.toLowerCase() ?? []);
}
