import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, textAt } from '../../../documents/yaml/yaml-node.ts';
import type { Caller } from '../callers/read-callers.ts';

export interface HeadPlace {
  readonly document: WorkflowDocument;
  readonly job: Job;
  readonly step: Step;
  /** The jobs that call this workflow: what they pass is what its inputs hold. */
  readonly callers?: readonly Caller[];
}

/** How a text names what an outsider proposes. */
export interface HeadSource {
  /** `commit` cannot change any more, `branch` can, `repository` says only where it comes from. */
  readonly kind: 'commit' | 'branch' | 'repository';
  /** Is looked up in the fork's own pull request (`refs/pull/1/head`): no repository need be named. */
  readonly reachesFork: boolean;
  /** The events under which it names something. */
  readonly events: readonly string[];
}

const PULL_EVENTS = ['pull_request_target'];
const RUN_EVENTS = ['workflow_run'];
const COMMENT_EVENTS = ['issue_comment'];
const LOOKED_UP = [...PULL_EVENTS, ...COMMENT_EVENTS, ...RUN_EVENTS];

type Row = readonly [pattern: RegExp, kind: HeadSource['kind'], reachesFork: boolean, events: readonly string[]];

/** First match wins; texts are in lower case. */
const ROWS: readonly Row[] = [
  [/github\.event\.pull_request\.(head\.sha|merge_commit_sha)/, 'commit', true, PULL_EVENTS],
  [/github\.event\.workflow_run\.(head_sha|head_commit\.id)/, 'commit', true, RUN_EVENTS],
  [/github\.event\.workflow_run\.pull_requests\[?\S*head\.sha/, 'commit', true, RUN_EVENTS],
  [/refs\/pull\/[\s\S]*(github\.event\.(pull_request\.number|number)|github\.ref)/, 'branch', true, PULL_EVENTS],
  [/refs\/pull\/[\s\S]*github\.event\.issue\.number/, 'branch', true, COMMENT_EVENTS],
  [/refs\/pull\//, 'branch', true, LOOKED_UP],
  [
    /github\.event\.pull_request\.head\.(repo\.(full_name|clone_url|html_url|name)|user\.login)/,
    'repository',
    false,
    PULL_EVENTS,
  ],
  [/github\.event\.workflow_run\.head_repository\./, 'repository', false, RUN_EVENTS],
  [/github\.head_ref|github\.event\.pull_request\.head\.(ref|label)/, 'branch', false, PULL_EVENTS],
  [/github\.event\.workflow_run\.(head_branch|pull_requests\[?\S*head\.ref)/, 'branch', false, RUN_EVENTS],
  [/\bhead\.sha\b|\bheadrefoid\b|\bhead_?sha\b/, 'commit', true, LOOKED_UP],
  [/\bhead\.repo\.|\bheadrepository(owner)?\b/, 'repository', false, LOOKED_UP],
  [/\bhead\.ref\b|\bheadrefname\b|\bhead_?ref\b|\bhead_?branch\b/, 'branch', false, LOOKED_UP],
];

/** What the value of an input or variable names; undefined where it names nothing of an outsider. */
export function headSource(text: string, place: HeadPlace): HeadSource | undefined {
  const row = ROWS.slice(0, 10).find(([pattern]) => pattern.test(text.toLowerCase()));
  if (row) return { kind: row[1], reachesFork: row[2], events: row[3].concat(alsoOfComment(text, row)) };
  for (const match of text.matchAll(
    /\b(env|steps|needs|inputs)\.([\w-]+)(?:\.outputs\.([\w-]+))?((?:\)?\.[\w-]+)*)/gi,
  )) {
    const [, context = '', name = '', output = '', below = ''] = match;
    const found = follow(context.toLowerCase(), name, output, below, place);
    if (found) return found;
  }
  return undefined;
}

/** `event == 'x' && format('refs/pull/{0}', a) || format('refs/pull/{0}', b)` names one under each of two events. */
function alsoOfComment(text: string, [, , , events]: Row): readonly string[] {
  const named = /refs\/pull\//i.test(text) && /github\.event\.issue\.number/i.test(text);
  return named ? COMMENT_EVENTS.filter((event) => !events.includes(event)) : [];
}

function follow(
  context: string,
  name: string,
  output: string,
  below: string,
  place: HeadPlace,
): HeadSource | undefined {
  if (context === 'env') return fromEnvironment(name, place);
  if (context === 'inputs') return fromCallers(name, place);
  if (context === 'steps')
    return fromStep(
      place.job.steps.find(({ id }) => id === name),
      output,
      below,
      place,
    );
  const job = place.document.view.jobs.find(({ id }) => id === name);
  const value = textAt(job?.node, 'outputs', output);
  const last = job?.steps.at(-1);
  return job && value && last ? headSource(`${value}${below}`, { ...place, job, step: last }) : undefined;
}

/** What a calling job passes; of several callers the first that passes something of an outsider. */
function fromCallers(name: string, { step, callers = [] }: HeadPlace): HeadSource | undefined {
  for (const { document, job } of callers) {
    const value = textAt(job.node, 'with', name);
    const found = value === undefined ? undefined : headSource(value, { document, job, step });
    if (found) return found;
  }
  return undefined;
}

/** The value of a variable that the step, its job or the workflow sets. */
function fromEnvironment(name: string, place: HeadPlace): HeadSource | undefined {
  const { document, job, step } = place;
  const value = [step.env, job.env, document.view.env]
    .map((map) => map && entryOf(map, name)?.value)
    .find((node) => node?.type === 'scalar');
  if (value?.type !== 'scalar' || value.text.includes(`env.${name}`)) return undefined;
  return headSource(value.text, place);
}

/** Actions that answer with the head of the pull request a comment stands on. */
const RESOLVERS =
  /^(xt0rted\/pull-request-comment-branch|eficode\/resolve-pr-refs|alessbell\/pull-request-comment-branch|gotson\/pull-request-comment-branch|potiuk\/get-workflow-origin|github\/branch-deploy|8bitjonny\/gh-get-current-pr|octokit\/request-action|actions\/github-script|jwalton\/gh-find-current-pr|zentered\/issue-forms-body-parser|shrink-actions\/pull-request-head)$/i;
const ASKS_FOR_PULL = /pulls[./](get|list)?|pull_request|\bgh (pr|api)\b|\/pulls\//i;

function fromStep(step: Step | undefined, output: string, below: string, place: HeadPlace): HeadSource | undefined {
  if (!step) return undefined;
  const wanted = `${output}${below}`;
  if (step.uses && RESOLVERS.test(step.uses.repository)) {
    const script = [...(step.with?.entries ?? [])]
      .map(({ value }) => (value.type === 'scalar' ? value.text : ''))
      .join('\n');
    if (/^(actions\/github-script|octokit\/request-action)$/i.test(step.uses.repository) && !ASKS_FOR_PULL.test(script))
      return undefined;
    const returned = output === 'result' ? returnedBy(script, below) : undefined;
    return ofName(returned ?? wanted) ?? (/^ref$/i.test(output) ? lookedUp('branch') : undefined);
  }
  return step.run ? fromScript(step, output, place) : undefined;
}

/** `return pull.data.head.sha` is the step's `result`; `return { ref: pull.data.head.ref }` makes `.ref` a part of it. */
function returnedBy(script: string, below: string): string | undefined {
  const [, property] = /^\)?\.([\w-]+)$/.exec(below) ?? [];
  if (!property) return below === '' ? /\breturn\b[^\n;]*\bhead\.\w+/.exec(script)?.[0] : undefined;
  return new RegExp(`(^|[\\s{,])${escapePattern(property)}\\s*:[^\\n,}]*\\bhead\\.\\w+`).exec(script)?.[0];
}

/** What `name=value >> "$GITHUB_OUTPUT"` of a script writes. */
function fromScript(step: Step, output: string, place: HeadPlace): HeadSource | undefined {
  const script = step.run?.text ?? '';
  const line = script
    .split('\n')
    .find((one) => new RegExp(`\\b${escapePattern(output)}(=|<<)`).test(one) && /output/i.test(one));
  if (!line) return undefined;
  const direct = headSource(line, { ...place, step });
  if (direct) return direct;
  const [, variable] = /=\s*"?\$\{?(\w+)/.exec(line) ?? [];
  const assigned = variable
    ? script.split('\n').find((one) => new RegExp(`(^|\\s)${escapePattern(variable)}=`).test(one))
    : undefined;
  if (assigned)
    return headSource(assigned, { ...place, step }) ?? (ASKS_FOR_PULL.test(script) ? ofName(assigned) : undefined);
  return ASKS_FOR_PULL.test(script) ? ofName(line) : undefined;
}

function ofName(text: string): HeadSource | undefined {
  const row = ROWS.slice(10).find(([pattern]) => pattern.test(text.toLowerCase()));
  return row && { kind: row[1], reachesFork: row[2], events: row[3] };
}

function lookedUp(kind: HeadSource['kind']): HeadSource {
  return { kind, reachesFork: false, events: LOOKED_UP };
}

function escapePattern(text: string): string {
  return text.replace(/[^\w-]/g, '\\$&');
}
