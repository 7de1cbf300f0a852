import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { scalarsBelow } from '../../../documents/yaml/yaml-node.ts';

/** Actions that work with a token that reads the code, or with none. */
const READERS =
  /^(actions\/(checkout|cache|setup-[\w-]+|upload-artifact|download-artifact)|docker\/(setup-[\w-]+|metadata-action)|hashicorp\/setup-[\w-]+|astral-sh\/setup-uv|pnpm\/action-setup|golangci\/golangci-lint-action|azure\/setup-[\w-]+|gradle\/actions|ruby\/setup-ruby|dtolnay\/rust-toolchain|swatinem\/rust-cache|pre-commit\/action|iterative\/setup-[\w-]+)$/i;

/** Signs of a script that writes to GitHub or asks for an identity. */
const WRITES =
  /git(hub)?[_.](token|script)|\bgit\b[^\n]*\bpush\b|\bgh\s|ghcr\.io|docker push|id[-_]token|ACTIONS_ID_TOKEN|npm publish|cosign|semantic-release|\bhub\b|git tag/i;

/** Whether nothing in these jobs looks as if it needed more than to read the code. */
export function needsOnlyRead(jobs: readonly Job[]): boolean {
  return jobs.every((job) => !job.uses && job.steps.every(onlyReads));
}

function onlyReads(step: Step): boolean {
  if (step.uses && !(step.uses.kind === 'repository' && READERS.test(step.uses.repository))) return false;
  return [...scalarsBelow(step.node)].every(({ scalar }) => !WRITES.test(scalar.text));
}
