import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { at, entryOf, isTrue, scalarsBelow } from '../../../documents/yaml/yaml-node.ts';

/** What signs what was built, or says where it comes from. */
const SIGNS =
  /actions\/attest|attest-build-provenance|cosign|sigstore|slsa-framework|slsa-github-generator|goreleaser|\bko\b|notation|gh attestation|signtool|codesign|\bgpg\b|rekor|in-toto|docker trust/i;
/** What says what it is made of, or has that done. */
const LISTS = /attest-sbom|cosign attest|sbom|syft|cyclonedx|spdx|goreleaser|\bko\b|trivy (sbom|image)|bom\b/i;

export interface ReleasedImage {
  readonly job: Job;
  readonly step: Step;
}

/** The first step of a workflow that puts an image or a release where others get it. */
export function releasedArtifact({ view }: WorkflowDocument): ReleasedImage | undefined {
  // On a pull request nothing is released.
  if (view.triggers.every(({ event }) => /^(pull_request|workflow_call|schedule)/.test(event))) return undefined;
  for (const job of view.jobs) {
    const step = job.steps.find(({ uses, run, with: inputs }) => {
      if (run)
        return /^[ \t]*(sudo )?(docker|podman|buildah) (image )?push\b|\bgh release (create|upload)\b/m.test(run.text);
      const action = uses?.repository.toLowerCase() ?? '';
      if (/^docker\/(build-push-action|bake-action)$/.test(action)) return isTrue(at(inputs, 'push'));
      return /^(softprops\/action-gh-release|ncipollo\/release-action|actions\/upload-release-asset)$/.test(action);
    });
    if (step) return { job, step };
  }
  return undefined;
}

/** Whether anything in the workflow signs; what a called workflow does is not known, so it may. */
export function isSigned(document: WorkflowDocument): boolean {
  return mentions(document, SIGNS) || asks(document, 'provenance') || asks(document, 'sbom');
}

/** Whether anything in the workflow lists what an artifact is made of. */
export function isListed(document: WorkflowDocument): boolean {
  return mentions(document, LISTS) || asks(document, 'sbom');
}

function mentions({ view }: WorkflowDocument, signs: RegExp): boolean {
  if (view.jobs.some(({ uses }) => uses)) return true;
  const steps = view.jobs.flatMap((job) => job.steps);
  return steps.some(
    ({ uses, run, node }) =>
      uses?.kind === 'local' ||
      signs.test(uses?.raw ?? '') ||
      (run !== undefined && signs.test(run.text)) ||
      scalarsBelow(entryOf(node, 'with')?.value).some(({ scalar }) => signs.test(scalar.text)),
  );
}

/** buildx takes `provenance` and `sbom` as inputs; `false` switches them off. */
function asks({ view }: WorkflowDocument, input: string): boolean {
  return view.jobs.some(({ steps }) =>
    steps.some(({ with: inputs }) => {
      const value = entryOf(inputs, input)?.value;
      return value?.type === 'scalar' && !/^(false|)$/i.test(value.text);
    }),
  );
}
