/** What may stand below an event. */
export interface EventFacts {
  /** Activity types; none: the event has no `types`. */
  readonly types: readonly string[];
  readonly filters: readonly ('branches' | 'tags' | 'paths' | 'workflows' | 'names' | 'versions')[];
}

const none: EventFacts = { types: [], filters: [] };
const only = (...types: readonly string[]): EventFacts => ({ types, filters: [] });

const PULL_REQUEST_TYPES = [
  'assigned',
  'unassigned',
  'labeled',
  'unlabeled',
  'opened',
  'edited',
  'closed',
  'reopened',
  'synchronize',
  'converted_to_draft',
  'locked',
  'unlocked',
  'enqueued',
  'dequeued',
  'milestoned',
  'demilestoned',
  'ready_for_review',
  'review_requested',
  'review_request_removed',
  'auto_merge_enabled',
  'auto_merge_disabled',
];

// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows, as known in November 2026.
export const EVENTS: Readonly<Record<string, EventFacts>> = {
  branch_protection_rule: only('created', 'edited', 'deleted'),
  check_run: only('created', 'rerequested', 'completed', 'requested_action'),
  check_suite: only('completed'),
  create: none,
  delete: none,
  deployment: none,
  deployment_status: none,
  discussion: only(
    'created',
    'edited',
    'deleted',
    'transferred',
    'pinned',
    'unpinned',
    'labeled',
    'unlabeled',
    'locked',
    'unlocked',
    'category_changed',
    'answered',
    'unanswered',
  ),
  discussion_comment: only('created', 'edited', 'deleted'),
  fork: none,
  gollum: none,
  image_version: { types: ['ready'], filters: ['names', 'versions'] },
  issue_comment: only('created', 'edited', 'deleted'),
  issues: only(
    'opened',
    'edited',
    'deleted',
    'transferred',
    'pinned',
    'unpinned',
    'closed',
    'reopened',
    'assigned',
    'unassigned',
    'labeled',
    'unlabeled',
    'locked',
    'unlocked',
    'milestoned',
    'demilestoned',
    'typed',
    'untyped',
    'field_added',
    'field_removed',
  ),
  label: only('created', 'edited', 'deleted'),
  merge_group: { types: ['checks_requested', 'destroyed'], filters: ['branches'] },
  milestone: only('created', 'closed', 'opened', 'edited', 'deleted'),
  page_build: none,
  project: only('created', 'closed', 'reopened', 'edited', 'deleted'),
  project_card: only('created', 'moved', 'converted', 'edited', 'deleted'),
  project_column: only('created', 'updated', 'moved', 'deleted'),
  public: none,
  pull_request: { types: PULL_REQUEST_TYPES, filters: ['branches', 'paths'] },
  pull_request_comment: only('created', 'edited', 'deleted'),
  pull_request_review: { types: ['submitted', 'edited', 'dismissed'], filters: ['branches', 'paths'] },
  pull_request_review_comment: { types: ['created', 'edited', 'deleted'], filters: ['branches', 'paths'] },
  pull_request_target: { types: PULL_REQUEST_TYPES, filters: ['branches', 'paths'] },
  push: { types: [], filters: ['branches', 'tags', 'paths'] },
  registry_package: only('published', 'updated'),
  release: only('published', 'unpublished', 'created', 'edited', 'deleted', 'prereleased', 'released'),
  repository_dispatch: none,
  schedule: none,
  status: none,
  watch: only('started'),
  workflow_call: none,
  workflow_dispatch: none,
  workflow_run: { types: ['completed', 'requested', 'in_progress'], filters: ['branches', 'workflows'] },
};

/** Filters that have no `-ignore` beside them. */
export const SINGLE_FILTERS: ReadonlySet<string> = new Set(['workflows', 'names', 'versions']);

/** Events with a configuration of their own kind; `repository_dispatch` takes any type. */
export const OWN_SHAPE: ReadonlySet<string> = new Set([
  'schedule',
  'workflow_call',
  'workflow_dispatch',
  'repository_dispatch',
]);
