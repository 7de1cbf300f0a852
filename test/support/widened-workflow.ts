import type { Permissions } from './fake-github/permissions.ts';

export const CI = '.github/workflows/ci.yml';
export const WORKFLOW = `on: push
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: make
`;
export const WIDENED = WORKFLOW.replace('contents: read', 'contents: write');

/** What GitHub makes of `contents: read` and `pull-requests: write` for a fork, and for Dependabot without `permissions`. */
export const READING: Permissions = { metadata: 'read', contents: 'read', pull_requests: 'read' };
export const COMMENTING: Permissions = { metadata: 'read', contents: 'read', pull_requests: 'write' };
/** The job that publishes: `actions: read` is for downloading the report. */
export const PUBLISHING: Permissions = { ...COMMENTING, actions: 'read' };
