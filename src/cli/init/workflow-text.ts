/** Stands for the release that the user reviewed. */
export const ACTION_PLACEHOLDER = 'OWNER/pipewright@0123456789abcdef0123456789abcdef01234567';

/** A workflow that reviews by API, without a checkout. No `paths:`, so that it can be required. */
export function workflowText(action: string): string {
  return `name: pipewright
on:
  pull_request:
  merge_group:
permissions: {}
jobs:
  pipewright:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: ${action}
`;
}
