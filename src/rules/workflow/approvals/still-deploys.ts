import { shellScript } from '../../../documents/shell/script-commands.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { quote } from '../../quote.ts';
import { deploySigns, isDeployJob } from '../gates/deploy-signs.ts';
import { isEmptyScript } from '../gates/gate-commands.ts';
import { sharedSteps } from '../jobs/pair-jobs.ts';

/** What deployed still does; where nothing was recognised, most of the steps are still there. */
export function stillDeploys(before: Job, after: Job): boolean {
  if (deploySigns(before).length > 0)
    return deploySigns(after).length > 0 || (isDeployJob(after) && after.steps.some(isWork));
  if (before.uses) return after.uses !== undefined;
  return before.steps.length > 0 && sharedSteps(before, after) * 2 >= before.steps.length;
}

/** A script that does something, if only through another one. */
function isWork({ run }: Step): boolean {
  return run !== undefined && !isEmptyScript(shellScript(run));
}

/** What a job does, as part of a sentence. */
export function describeDeployment(job: Job): string {
  const [sign] = deploySigns(job);
  return sign ? `deploys with ${quote(sign)}` : isDeployJob(job) ? 'seems to deploy' : 'does what it did';
}
