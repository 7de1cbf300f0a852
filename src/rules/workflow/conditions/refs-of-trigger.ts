import type { Trigger } from '../../../documents/workflow.ts';
import { entryOf, itemsAt } from '../../../documents/yaml/yaml-node.ts';
import { compileGlob } from '../globs/compile-glob.ts';

/**
 * Which refs `github.ref` can be under a trigger. `undefined`: the file does not tell.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export interface RefsOfTrigger {
  /** Whether a branch can be the ref, by its name in lower case; expressions compare without case. */
  readonly branch: (name: string) => boolean;
  readonly tag: (name: string) => boolean;
  readonly anyBranch: boolean;
  readonly anyTag: boolean;
  /** `refs/pull/1/merge`. */
  readonly pull: boolean;
}

const NEVER = () => false;
const ALWAYS = () => true;
const QUEUE = 'gh-readonly-queue/';
const PULL = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);
/** Run on the default branch, whose name the file does not tell. */
const DEFAULT_BRANCH = new Set(['schedule', 'workflow_run', 'repository_dispatch', 'issues', 'issue_comment']);

export function refsOfTrigger(trigger: Trigger): RefsOfTrigger | undefined {
  const { event } = trigger;
  const none = { branch: NEVER, tag: NEVER, anyBranch: false, anyTag: false, pull: false };
  if (event === 'push') return refsOfPush(trigger);
  // Once it is merged the ref is the branch it went to.
  if (PULL.has(event)) return isClosedToo(trigger) ? undefined : { ...none, pull: true };
  if (event === 'merge_group') return { ...none, branch: (name) => name.startsWith(QUEUE), anyBranch: true };
  if (event === 'release') return { ...none, tag: ALWAYS, anyTag: true };
  return DEFAULT_BRANCH.has(event) ? { ...none, branch: ALWAYS, anyBranch: true } : undefined;
}

function isClosedToo({ config }: Trigger): boolean {
  const types = entryOf(config, 'types');
  if (!types) return false;
  const items = types.value.type === 'list' ? types.value.items : [types.value];
  return items.some((item) => item.type !== 'scalar' || item.text === 'closed' || item.text.includes('${{'));
}

/** A filter of branches alone lets no tag through, and the other way round. */
function refsOfPush({ config }: Trigger): RefsOfTrigger | undefined {
  const has = (key: string) => entryOf(config, key) !== undefined;
  const [branches, tags] = [has('branches') || has('branches-ignore'), has('tags') || has('tags-ignore')];
  const [branch, tag] = [filterOf(config, 'branches'), filterOf(config, 'tags')];
  if (!branch || !tag) return undefined;
  const [anyBranch, anyTag] = [branches || !tags, tags || !branches];
  return { branch: anyBranch ? branch : NEVER, tag: anyTag ? tag : NEVER, anyBranch, anyTag, pull: false };
}

function filterOf(config: Trigger['config'], key: string): ((name: string) => boolean) | undefined {
  // What is left out is seldom what a condition asks for: nothing is said of it.
  if (!entryOf(config, key)) return ALWAYS;
  const patterns = itemsAt(config, key).map((item) => (item.type === 'scalar' ? item.text.toLowerCase() : '${{'));
  if (patterns.length === 0 || patterns.some((text) => text.includes('${{') || text.startsWith('!'))) return undefined;
  const globs = patterns.map(compileGlob);
  return (name) => globs.some((matches) => matches(name));
}
