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
    tokens: new Map(),
    nextId: 1000,
  };
}
