import type { Job } from '../../../documents/workflow/job.ts';
import type { Trigger, WorkflowDocument } from '../../../documents/workflow.ts';
import { at, isTrue, itemsAt, textAt } from '../../../documents/yaml/yaml-node.ts';
import { gateOfName } from '../gates/gate-signs.ts';

/** Actions that put something where others install it from. */
const PUBLISHERS =
  /^(pypa\/gh-action-pypi-publish|rubygems\/release-gem|js-devtools\/npm-publish|softprops\/action-gh-release|ncipollo\/release-action|svenstaro\/upload-release-action|goreleaser\/goreleaser-action|helm\/chart-releaser-action|actions\/create-release|actions\/upload-release-asset|katyo\/publish-crates|release-drafter\/release-drafter|changesets\/action|cycjimmy\/semantic-release-action|jreleaser\/release-action|xresloader\/upload-to-github-release|gradle-update\/[\w-]+|cloudsmith-io\/[\w-]+|taiki-e\/upload-rust-binary-action|tauri-apps\/tauri-action)$/i;
const COMMANDS =
  /\b(npm publish|pnpm (-r )?publish|yarn( npm)? publish|bun publish|twine upload|uv publish|poetry publish|hatch publish|flit publish|cargo publish|gem push|dotnet nuget push|nuget push|mvn (\S+ )*deploy|gradlew? (\S+ )*publish\w*|gh release (create|upload)|goreleaser release|docker (image )?push|helm push|vsce publish|ovsx publish|semantic-release|lerna publish|changeset publish)\b/;

/** Whether a job publishes what others install. */
export function isPublishing(job: Job): boolean {
  return job.steps.some(({ uses, run, with: inputs }) => {
    if (run) return COMMANDS.test(run.text);
    if (uses?.kind !== 'repository') return false;
    if (/^docker\/(build-push-action|bake-action)$/i.test(uses.repository)) return isTrue(at(inputs, 'push'));
    return PUBLISHERS.test(uses.repository);
  });
}

/** Whether a run of the workflow can be a release: a release event, a tag, or a branch for releases. */
export function releaseTrigger({ view }: WorkflowDocument): Trigger | undefined {
  return view.triggers.find(({ event, config }) => {
    if (event === 'release') return true;
    if (event !== 'push') return false;
    const texts = (key: string) => itemsAt(config, key).flatMap((item) => textAt(item) ?? []);
    return texts('tags').length > 0 || texts('branches').some((branch) => /release/i.test(branch));
  });
}

/** Whether nothing but a release, or somebody by hand, starts the workflow. */
export function isReleaseOnly({ view }: WorkflowDocument): boolean {
  return view.triggers.every(({ event, config }) => {
    if (event === 'release' || event === 'workflow_dispatch') return true;
    const branches = itemsAt(config, 'branches').flatMap((item) => textAt(item) ?? []);
    return (
      event === 'push' &&
      config !== undefined &&
      branches.every((branch) => /release/i.test(branch)) &&
      at(config, 'branches-ignore') === undefined &&
      (branches.length > 0 || at(config, 'tags') !== undefined)
    );
  });
}

/** A job that only looks: what it restores reaches nobody. */
export function isOnlyCheck(job: Job): boolean {
  const named = gateOfName(job.id) ?? gateOfName(job.name);
  return named !== undefined && !uploads(job);
}

/** Whether a job hands files on by an action that uploads them. */
export function uploads(job: Job): boolean {
  return job.steps.some(({ uses }) => /upload/i.test(uses?.repository ?? ''));
}
