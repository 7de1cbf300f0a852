/** A workflow that nothing is wrong with. */
export const WORKFLOW = `name: deploy
on:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  deploy:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    environment: production
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - run: ./deploy.sh
`;

/** Two safeguards gone: the token may write everything, and a title is run as code. */
export const BROKEN = WORKFLOW.replace('  contents: read', '  contents: write')
  .replace('on:\n  push:\n    branches: [main]', 'on:\n  pull_request_target:\n    branches: [main]')
  .replace('- run: ./deploy.sh', '- run: echo "${{ github.event.pull_request.title }}" && ./deploy.sh');

export const WORKFLOW_PATH = '.github/workflows/deploy.yml';

/** A repository with a healthy pipeline. */
export const REPOSITORY = {
  [WORKFLOW_PATH]: WORKFLOW,
  'README.md': '# Churn\n',
  'deploy.sh': '#!/bin/sh\nset -eu\n',
} as const;
