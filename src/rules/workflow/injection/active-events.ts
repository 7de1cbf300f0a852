import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, Trigger, WorkflowDocument } from '../../../documents/workflow.ts';
import { itemsAt, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';

/** Run with the repository's secrets and a token that may write, on what an outsider does. */
export const PRIVILEGED_EVENTS: ReadonlySet<string> = new Set([
  'pull_request_target',
  'issue_comment',
  'issues',
  'workflow_run',
  'discussion',
  'discussion_comment',
  'gollum',
  'fork',
  'watch',
]);

/** Run on what an outsider does; for a fork without secrets and with a token that only reads. */
export const EXTERNAL_EVENTS: ReadonlySet<string> = new Set([
  ...PRIVILEGED_EVENTS,
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
]);

export interface ActiveEvents {
  /** The events that reach the step; `any` where the file is called by others. */
  readonly events: readonly Trigger[];
  readonly any: boolean;
  /** A condition lets only people of the repository through. */
  readonly insidersOnly: boolean;
}

/** The events under which a step can run, by the triggers and the conditions of its job and itself. */
export function activeEvents(
  document: WorkflowDocument | ActionDocument,
  job: Job | undefined,
  step: Step,
): ActiveEvents {
  const conditions = [...conjuncts(job?.if), ...conjuncts(step.if)];
  const insidersOnly = conditions.some((text) => INSIDERS.some((pattern) => pattern.test(text)));
  if (document.kind === 'action') return { events: [], any: true, insidersOnly };
  const { triggers } = document.view;
  const events = triggers.filter(({ event }) => conditions.every((text) => allows(text, event)));
  return { events, any: triggers.some(({ event }) => event === 'workflow_call'), insidersOnly };
}

/** Conditions that only the repository's own people and branches pass. */
const INSIDERS = [
  /^github\.event\.pull_request\.head\.repo\.full_name\s*==\s*github\.(event\.pull_request\.base\.repo\.full_name|repository)$/,
  /^github\.(event\.pull_request\.base\.repo\.full_name|repository)\s*==\s*github\.event\.pull_request\.head\.repo\.full_name$/,
  /^!\s*github\.event\.pull_request\.head\.repo\.fork$/,
  /^github\.event\.pull_request\.head\.repo\.fork\s*==\s*false$/,
  /^github\.event\.workflow_run\.head_repository\.full_name\s*==\s*github\.repository$/,
  /^contains\(\s*fromjson\(\s*'\[[^\]]*(owner|member|collaborator)[^\]]*\]'\s*\)\s*,\s*github\.event\.\w+\.author_association\s*\)$/,
  /^github\.event\.\w+\.author_association\s*==\s*'(owner|member|collaborator)'$/,
  /^github\.(actor|triggering_actor|event\.\w+\.user\.login)\s*==\s*'[^']+'$/,
];

/** The parts of a condition that must all hold; nothing where an `||` makes that uncertain. */
function conjuncts(condition: YamlScalar | undefined): string[] {
  const text = (condition?.text ?? '').replace(/^\s*\$\{\{([\s\S]*)\}\}\s*$/, '$1');
  if (text.includes('||')) return [];
  return text.split('&&').map((part) => unwrap(part.trim()).toLowerCase());
}

function unwrap(text: string): string {
  return /^\([^()]*\)$/.test(text) ? text.slice(1, -1).trim() : text;
}

function allows(condition: string, event: string): boolean {
  const [, operator, name] = /^github\.event_name\s*(==|!=)\s*'(\w+)'$/.exec(condition) ?? [];
  if (!operator) return true;
  return operator === '==' ? name === event : name !== event;
}

/** Whether a trigger lets only refs through whose names the file spells out. */
export function hasLiteralRefs({ event, config }: Trigger): boolean {
  const keys = event === 'push' ? ['branches', 'tags'] : ['branches'];
  const patterns = keys.flatMap((key) => itemsAt(config, key));
  return patterns.length > 0 && patterns.every((item) => item.type === 'scalar' && /^[\w./\-[\]+]+$/.test(item.text));
}
