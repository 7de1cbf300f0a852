import { gitRepository } from './git-repository.ts';
import type { FakeState } from './state.ts';

/** A repository without commits, and an App that is installed on it. */
export function emptyState(): FakeState {
  return {
    owner: 'acme',
    repo: 'churn',
    git: gitRepository(),
    appId: 4711,
    installation: 42,
    slug: 'pipewright-test',
    pulls: new Map(),
    checkRuns: [],
    reviews: [],
    lineComments: [],
    issueComments: [],
    deliveries: [],
    truncateTrees: false,
    writers: new Set(['ada', 'grace']),
    people: new Map(),
    pushes: [],
    teams: new Map(),
    reactions: [],
    granted: { metadata: 'read', contents: 'read', pull_requests: 'write', checks: 'write', merge_queues: 'read' },
    events: ['pull_request', 'check_run', 'check_suite', 'merge_group', 'issue_comment', 'pull_request_review_comment'],
    hook: {
      url: 'https://pipewright.example/api/github/webhooks',
      content_type: 'json',
      insecure_ssl: '0',
      secret: '********',
    },
    codes: new Set(),
    tokens: new Map(),
    expired: new Set(),
    latency: 0,
    nextId: 1000,
  };
}
