import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';
import { secretsIn } from '../credentials/secrets-in.ts';

/** Registries that teams keep for themselves, or try things out with. */
const PRIVATE =
  /npm\.pkg\.github\.com|nuget\.pkg\.github\.com|rubygems\.pkg\.github\.com|verdaccio|artifactory|jfrog|codeartifact|pkgs\.dev\.azure|pkg\.dev\b|gitlab|nexus|cloudsmith|gemfury|localhost|127\.0\.0\.1/i;
const PUBLIC = /registry\.npmjs\.org|pypi\.org|crates\.io|rubygems\.org|nuget\.org/i;
const SETTING = /(REPOSITORY|REPOSITORY_URL|PUBLISH_URL|REGISTRY|REGISTRY_URL|INDEX_REPO|GEM_HOST|RUBYGEMS_HOST)$/i;

/** Whether something in a job says that packages go to another registry than the public one. */
export function namesOtherRegistry({ view }: WorkflowDocument, job: Job, step: Step): boolean {
  const before = job.steps.slice(0, job.steps.indexOf(step));
  const registries = before.flatMap(({ with: inputs }) => textAt(inputs, 'registry-url') ?? []);
  if (registries.some((url) => !PUBLIC.test(url))) return true;
  if (job.steps.some(({ run }) => run && PRIVATE.test(run.text))) return true;
  const entries = [view.env, job.env, step.env].flatMap((env) => env?.entries ?? []);
  return entries.some(({ key, value }) => {
    if (value.type !== 'scalar') return false;
    if (PRIVATE.test(value.text) || (SETTING.test(key.text) && !PUBLIC.test(value.text))) return true;
    // The token of the run is good for GitHub's own registry only.
    return /^(NODE_AUTH_TOKEN|NPM_TOKEN)$/.test(key.text) && secretsIn(value).includes('GITHUB_TOKEN');
  });
}
