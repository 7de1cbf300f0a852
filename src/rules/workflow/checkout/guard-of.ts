import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { Trigger, WorkflowDocument } from '../../../documents/workflow.ts';
import { itemsAt } from '../../../documents/yaml/yaml-node.ts';
import { reachedNeeds } from '../jobs/reached-needs.ts';
import { type Condition, splitCondition } from './split-condition.ts';

/**
 * How well a run is kept from outsiders: `closed` they cannot bring their code in; `reviewed` somebody looked first,
 * but what is fetched may have changed since; `open` nothing stands in the way.
 */
export type Guard = 'open' | 'reviewed' | 'closed';

const RANK: Readonly<Record<Guard, number>> = { open: 0, reviewed: 1, closed: 2 };

/** What keeps outsiders from reaching a step under one trigger: conditions, checks before it, an environment. */
export function guardOf(document: WorkflowDocument, job: Job, step: Step, trigger: Trigger): Guard {
  const own = [guardOfIf(job.if?.text, trigger), guardOfIf(step.if?.text, trigger), guardOfSteps(job, step, trigger)];
  const environment: Guard = job.environment ? 'reviewed' : 'open';
  // A status function in the condition lets the job run although what it needs was skipped.
  const waits = !/\b(always|cancelled|failure)\s*\(/.test(job.if?.text ?? '');
  const needed = waits ? [...reachedNeeds(document, job)].map((one) => guardOfNeeded(one, trigger)) : [];
  return strongest([...own, environment, ...needed]);
}

function guardOfNeeded(job: Job, trigger: Trigger): Guard {
  return strongest([guardOfIf(job.if?.text, trigger), guardOfSteps(job, undefined, trigger)]);
}

function strongest(guards: readonly Guard[]): Guard {
  return guards.reduce((best, guard) => (RANK[guard] > RANK[best] ? guard : best), 'open');
}

/** What a condition keeps away under one trigger. */
export function guardOfIf(condition: string | undefined, trigger: Trigger): Guard {
  return condition ? guardOfCondition(splitCondition(condition), trigger) : 'open';
}

function guardOfCondition(condition: Condition, trigger: Trigger): Guard {
  if (condition.kind === 'leaf') return guardOfLeaf(condition.text, trigger);
  const guards = condition.parts.map((part) => guardOfCondition(part, trigger));
  if (condition.kind === 'all') return strongest(guards);
  return guards.reduce((worst, guard) => (RANK[guard] < RANK[worst] ? guard : worst), 'closed');
}

const SAME_REPOSITORY = [
  /head(\.repo|_repository)\.full_name\s*==\s*(github\.(repository|event\.(pull_request\.base\.repo|repository)\.full_name)|'[^']+\/[^']+')$/,
  /^(github\.(repository|event\.(pull_request\.base\.repo|repository)\.full_name)|'[^']+\/[^']+')\s*==\s*github\.event\.\S*head(\.repo|_repository)\.full_name$/,
  /head(\.repo|_repository)\.(owner\.login|id|owner\.id)\s*==\s*(github\.(repository_owner|repository_id|event\.repository\.\S+)|'[^']+')$/,
  /^!\s*github\.event\.(pull_request\.head\.repo|workflow_run\.head_repository)\.fork$/,
  /head(\.repo|_repository)\.fork\s*==\s*false$/,
  /head(\.repo|_repository)\.fork\s*!=\s*true$/,
  /^github\.event\.pull_request\.merged(\s*==\s*true)?$/,
];
const BUILT_FROM = /^github\.event\.workflow_run\.event\s*(==|!=)\s*'(\w+)'$/;
const ACTOR = /^github\.(actor|triggering_actor)\s*==\s*['"]([^'"]+)['"]$/;
const AUTHOR = /^github\.event\.(pull_request|issue|comment)\.user\.login\s*==\s*'[^']+'$/;
const ASSOCIATION =
  /^(contains\(\s*fromjson\(\s*'(\[[^\]]*\])'\s*\)\s*,\s*)?github\.event\.(\w+)\.author_association\s*(\)|==\s*'(owner|member|collaborator)')$/;
const ALLOWED_ACTORS = /^contains\(.+,\s*(format\([^)]*,\s*)?github\.(actor|triggering_actor)\s*\)\s*\)?$/;
const LABELS = /^contains\(\s*github\.event\.(pull_request|issue)\.labels\.\*\.name\s*,/;
const LABEL = /^github\.event\.label\.name\s*==\s*'/;

function guardOfLeaf(text: string, trigger: Trigger): Guard {
  if (SAME_REPOSITORY.some((pattern) => pattern.test(text))) return 'closed';
  const [, builtOperator, builtFrom] = BUILT_FROM.exec(text) ?? [];
  if (builtFrom) return (builtOperator === '==') !== builtFrom.startsWith('pull_request') ? 'closed' : 'open';
  const [, event] = /^github\.event_name\s*==\s*'(\w+)'$/.exec(text) ?? [];
  if (event && event !== trigger.event) return 'closed';
  const [, other] = /^github\.event_name\s*!=\s*'(\w+)'$/.exec(text) ?? [];
  if (other === trigger.event) return 'closed';
  return guardOfPerson(text, trigger);
}

/** Who started the run may have been checked; what was pushed after a comment or a label has not. */
function guardOfPerson(text: string, trigger: Trigger): Guard {
  const byPerson: Guard = trigger.event === 'issue_comment' ? 'reviewed' : 'closed';
  const [, , actor] = ACTOR.exec(text) ?? [];
  if (actor) return actor.endsWith('[bot]') && runsOnPush(trigger) ? 'open' : byPerson;
  if (AUTHOR.test(text)) return byPerson;
  const association = ASSOCIATION.exec(text);
  if (association) return /contributor|first|none|mannequin/.test(association[2] ?? '') ? 'open' : byPerson;
  if (ALLOWED_ACTORS.test(text)) return byPerson;
  if (LABELS.test(text)) return trigger.event === 'pull_request_target' && runsOnPush(trigger) ? 'open' : 'reviewed';
  return LABEL.test(text) ? 'reviewed' : 'open';
}

/** Whether a push to the pull request starts a run: a label or an actor from before still stands. */
function runsOnPush(trigger: Trigger): boolean {
  const types = itemsAt(trigger.config, 'types').flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  return types.length === 0 || types.some((type) => /^(synchronize|opened|reopened|edited)$/.test(type));
}

const CHECKS_PERMISSION =
  /getCollaboratorPermissionLevel|collaborators\/\S+\/permission|checkCollaborator|getMembershipForUserInOrg|orgs\/\S+\/(members|memberships)/i;
const CHECKING_ACTIONS =
  /^(actions-cool\/check-user-permission|sushichop\/action-repository-permission|prince-chrismc\/check-actor-permissions-action|lannonbr\/repo-permission-check-action|tspascoal\/get-user-teams-membership|iamtorsten\/check-repository-permission|shopify\/snapit|github\/branch-deploy|trstringer\/manual-approval|peter-evans\/slash-command-dispatch|xt0rted\/slash-command-action|[\w-]+\/[\w-]*(permission|membership|collaborator)[\w-]*)$/i;

/** Compares when the code was pushed with when the comment was written, and stops the run if it came later. */
const COMPARES_TIMES =
  /pushed_at|committed_?date|commit\.committer\.date|PushedDate|\bgit (log|show)\b[^\n]{0,200}%c[dtiI]/i;
const COMMENT_TIME = /comment_at|created_at|createdAt/i;

/** Asks whether the pull request comes from a fork, and stops the run if it does: then whoever may push may write. */
const COMPARES_REPOSITORY =
  /\bhead\.repo\??\.(full_name|id|owner\??\.(login|id))\s*[!=]==?|[!=]==?\s*[\w.?]*\bhead\.repo\??\.(full_name|id|owner\??\.(login|id))|\bif\s*\(\s*(?:!\s*)?[\w.?]*\bhead\.repo\??\.fork\b|\bisCrossRepository\b/;
const STOPS = /\bsetFailed\b|\bexit [1-9]|\bprocess\.exit\b|\bthrow\b/;
/** How far below the question the answer stands. */
const NEAR = 400;

function stopsForForks(script: string): boolean {
  const asked = COMPARES_REPOSITORY.exec(script);
  return asked !== null && STOPS.test(script.slice(asked.index, asked.index + NEAR));
}

/** A step that asks who started the run and stops it; of a job that is needed, all steps count. */
function guardOfSteps(job: Job, before: Step | undefined, trigger: Trigger): Guard {
  const earlier = before ? job.steps.filter(({ index }) => index < before.index) : job.steps;
  const scripts = earlier.map(scriptOf);
  if (scripts.some((script) => COMPARES_TIMES.test(script) && COMMENT_TIME.test(script))) return 'closed';
  if (scripts.some(stopsForForks)) return 'closed';
  const asks = earlier.some(({ uses }) => uses !== undefined && CHECKING_ACTIONS.test(uses.repository));
  if (!asks && !scripts.some((script) => CHECKS_PERMISSION.test(script))) return 'open';
  return trigger.event === 'issue_comment' ? 'reviewed' : 'closed';
}

function scriptOf({ run, env, with: inputs }: Step): string {
  const values = [...(inputs?.entries ?? []), ...(env?.entries ?? [])].map(({ key, value }) =>
    value.type === 'scalar' ? `${key.text}: ${value.text}` : '',
  );
  return [run?.text ?? '', ...values].join('\n');
}
