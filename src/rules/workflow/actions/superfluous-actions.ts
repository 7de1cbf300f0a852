/**
 * Actions that wrap a program of the hosted runners (https://github.com/actions/runner-images), with the command that does
 * the same; November 2026, names in lower case.
 */
export const SUPERFLUOUS_ACTIONS: Readonly<Record<string, string>> = {
  'actions-ecosystem/action-add-labels': 'gh pr edit --add-label',
  'actions-ecosystem/action-remove-labels': 'gh pr edit --remove-label',
  'addnab/docker-run-action': 'docker run',
  'dacbd/create-issue-action': 'gh issue create',
  'dtolnay/rust-toolchain': 'rustup toolchain install',
  'elgohr/github-release-action': 'gh release create',
  'endbug/add-and-commit': 'git commit` and `git push',
  'ncipollo/release-action': 'gh release create',
  'peter-evans/close-issue': 'gh issue close',
  'peter-evans/create-issue-from-file': 'gh issue create --body-file',
  'peter-evans/create-or-update-comment': 'gh issue comment',
  'peter-evans/create-pull-request': 'gh pr create',
  'peter-evans/enable-pull-request-automerge': 'gh pr merge --auto',
  'peter-evans/repository-dispatch': 'gh api repos/OWNER/REPO/dispatches',
  'sergeysova/jq-action': 'jq',
  'softprops/action-gh-release': 'gh release create',
  'stefanzweifel/git-auto-commit-action': 'git commit` and `git push',
  'svenstaro/upload-release-action': 'gh release upload',
};
