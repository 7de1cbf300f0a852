import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { toValue } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { workflowsOf } from '../callers/workflows-of.ts';
import { deployCommand, deploySigns } from './deploy-signs.ts';
import { environmentName, isSame, protectedElsewhere } from './protections.ts';
import { scriptLines } from './script-lines.ts';

/** A deployment of the base that waited for an environment, and what of it stands in another job now. */
export interface FreedDeployment {
  readonly document: WorkflowDocument;
  readonly job: Job;
  readonly environment: string;
  /** The very command, not only the same program. */
  readonly isSame: boolean;
  /** No job of the head makes it behind that environment any more. */
  readonly isGone: boolean;
}

/** The protected deployment of the base that a job of the head makes without protection. */
export function freedDeployment(head: WorkflowDocument, job: Job, context: RuleContext): FreedDeployment | undefined {
  const before = workflowsOf(context, 'base');
  const now = before.length === 0 ? [] : deploymentsOf(head, job);
  if (now.length === 0) return undefined;
  const found = before.flatMap((document) =>
    document.view.jobs.flatMap((old): FreedDeployment[] => {
      const environment = environmentName(old);
      if (!environment) return [];
      const before = deploymentsOf(document, old);
      const isSame = before.some((one) => now.includes(one));
      const isAlike = isSame || deploySigns(old).some((sign) => deploySigns(job).includes(sign));
      if (!isAlike || protectedElsewhere(head, job, environment, context) !== false) return [];
      return [
        { document, job: old, environment, isSame, isGone: !stillProtected(document, old, environment, context) },
      ];
    }),
  );
  const worst = found.filter(({ isSame, isGone }) => isSame || isGone);
  return worst.sort((a, b) => weight(b) - weight(a))[0];
}

function weight({ isSame, isGone }: FreedDeployment): number {
  return Number(isSame) * 2 + Number(isGone);
}

/** Some job of the head deploys as this one did, behind the same environment. */
function stillProtected(base: WorkflowDocument, old: Job, name: string, context: RuleContext): boolean {
  const before = new Set(deploymentsOf(base, old));
  return workflowsOf(context, 'head').some((document) =>
    document.view.jobs.some(
      (job) =>
        (isSame(environmentName(job), name) || protectedElsewhere(document, job, name, context) === true) &&
        (deploymentsOf(document, job).some((one) => before.has(one)) ||
          (job.id === old.id && document.path === base.path && deploySigns(job).length > 0)),
    ),
  );
}

/** What a job deploys: whole lines, and actions with what they are given. */
function deploymentsOf({ source }: WorkflowDocument, job: Job): readonly string[] {
  return job.steps.flatMap((step) => {
    if (step.run) return scriptLines(source, step.run).flatMap(({ text }) => (deployCommand(text) ? [text] : []));
    if (!step.uses || deploySigns({ ...job, steps: [step] }).length === 0) return [];
    return [JSON.stringify([step.uses.repository, step.uses.path, toValue(step.with)])];
  });
}
