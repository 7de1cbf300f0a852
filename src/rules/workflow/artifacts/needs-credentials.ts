import type { Step } from '../../../documents/workflow/step.ts';

/** Actions that push with the credentials of the checkout. */
const PUSHING =
  /^(stefanzweifel\/git-auto-commit-action|endbug\/add-and-commit|peter-evans\/create-pull-request|peaceiris\/actions-gh-pages|jamesives\/github-pages-deploy-action|ad-m\/github-push-action|changesets\/action|googleapis\/release-please-action|cycjimmy\/semantic-release-action|helm\/chart-releaser-action|crazy-max\/ghaction-github-pages|mathieudutour\/github-tag-action|phips28\/gh-action-bump-version|python-semantic-release\/[\w-]+|goreleaser\/goreleaser-action|actions-js\/push|tj-actions\/[\w-]+|dorny\/paths-filter|devops-infra\/action-commit-push)$/i;
const GIT =
  /\bgit\b[^\n]*\b(push|fetch|pull|submodule|clone|ls-remote|remote|lfs)\b|semantic-release|\bhub (sync|push)|\bgh (repo|pr) (sync|checkout|create|merge)|mkdocs gh-deploy|mike deploy|lerna (publish|version)|npm version|standard-version|release-it|np\b|bump2?version|bumpversion|commitizen|cz bump|gh-pages|auto shipit|changeset (publish|version)|\.\/?[\w./-]*(release|publish|deploy|push|commit)[\w-]*/i;

/** Whether a later step talks to the remote with what the checkout left, or may. */
export function needsCredentials(steps: readonly Step[]): boolean {
  return steps.some(
    ({ uses, run }) =>
      uses?.kind === 'local' ||
      (uses !== undefined && PUSHING.test(uses.repository)) ||
      (run !== undefined && GIT.test(run.text)),
  );
}
