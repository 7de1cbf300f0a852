import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { at } from '../../../documents/yaml/yaml-node.ts';

/** Actions that ask GitHub for the run's identity, some only with one of these inputs. From their pages, November 2026. */
const ACTIONS: readonly (readonly [action: RegExp, inputs?: readonly string[]])[] = [
  [/^aws-actions\/configure-aws-credentials$/i, ['role-to-assume']],
  [/^azure\/login$/i, ['client-id']],
  [/^google-github-actions\/auth$/i, ['workload_identity_provider']],
  [/^hashicorp\/vault-action$/i, ['role']],
  [/^actions\/(attest|attest-build-provenance|attest-sbom|deploy-pages)$/i],
  [/^pypa\/gh-action-pypi-publish$/i],
  [/^rust-lang\/crates-io-auth-action$/i],
  [/^anthropics\/claude-code-action$/i],
];
const COMMANDS = /ACTIONS_ID_TOKEN|\bcosign\b|npm publish|\bsigstore\b/;

/** Whether a job is seen to ask for an identity, or calls a workflow that may. */
export function asksForIdentity(job: Job): boolean {
  return job.uses !== undefined || job.steps.some(asks);
}

function asks({ uses, run, with: given }: Step): boolean {
  if (COMMANDS.test(run?.text ?? '')) return true;
  return ACTIONS.some(
    ([action, inputs]) =>
      uses && action.test(uses.repository) && (!inputs || inputs.some((input) => at(given, input) !== undefined)),
  );
}
