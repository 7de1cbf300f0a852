import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { Trigger } from '../../../documents/workflow.ts';
import { itemsAt, textAt } from '../../../documents/yaml/yaml-node.ts';

/** The step after a checkout that saves files of the workspace as a cache; undefined where none does. */
export function writesCache(job: Job, checkout: Step): Step | undefined {
  return job.steps
    .slice(job.steps.indexOf(checkout) + 1)
    .find(
      ({ uses, with: inputs }) =>
        /^actions\/cache$/i.test(uses?.repository ?? '') &&
        uses?.path !== 'restore' &&
        isInWorkspace(textAt(inputs, 'path')),
    );
}

function isInWorkspace(paths: string | undefined): boolean {
  return (paths ?? '')
    .split('\n')
    .some((path) => /^[\w.$]/.test(path.trim()) && !/^(\$HOME|\$\{\{\s*runner\.temp)/.test(path.trim()));
}

/** Caches belong to a branch: those of a branch that others do not start from reach nobody. */
export function isForDefaultBranch({ event, config }: Trigger): boolean {
  if (event !== 'pull_request_target') return true;
  const texts = (key: string) => itemsAt(config, key).flatMap((item) => textAt(item) ?? []);
  const isDefault = (branch: string) => /^(main|master|trunk|develop|dev|default)$|\*/.test(branch);
  if (texts('branches-ignore').some(isDefault)) return false;
  return texts('branches').length === 0 || texts('branches').some(isDefault);
}
