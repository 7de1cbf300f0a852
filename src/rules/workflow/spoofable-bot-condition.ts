import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import { textAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type BotComparison, botComparisons } from './checkout/bot-comparisons.ts';
import { guardOfIf } from './checkout/guard-of.ts';

/** Events whose actor is whoever caused the latest run, which need not be the author of the code. */
const REPLAYED = new Set(['pull_request_target', 'workflow_run']);

export const spoofableBotCondition: Rule<WorkflowDocument> = {
  id: 'spoofable-bot-condition',
  kinds: ['workflow'],
  title: 'A condition trusts a bot that others can make start the run',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['bot-conditions'],
    octoscan: ['bot-check'],
    poutine: ['confused_deputy_auto_merge'],
    sisakulint: ['bot-conditions'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { triggers, jobs } = document.view;
    const trigger = triggers.find(({ event }) => REPLAYED.has(event));
    if (!trigger) return;
    for (const job of jobs) {
      if (!checksAuthor(job.steps)) yield* ofCondition(document, trigger, job.if, job.id, job.steps);
      for (const step of job.steps) {
        if (checksAuthor(job.steps.slice(0, step.index + 1))) continue;
        yield* ofCondition(document, trigger, step.if, `${job.id}/${step.key}`, [step], job);
      }
    }
  },
};

/** The action stops the job unless the pull request and all its commits are the bot's. */
function checksAuthor(steps: readonly Step[]): boolean {
  return steps.some(
    ({ uses, with: inputs }) =>
      /^dependabot\/fetch-metadata$/i.test(uses?.repository ?? '') && textAt(inputs, 'skip-verification') !== 'true',
  );
}

function* ofCondition(
  document: WorkflowDocument,
  trigger: Trigger,
  condition: YamlScalar | undefined,
  key: string,
  guarded: readonly Step[],
  job?: Job,
): Generator<Observation> {
  if (!condition) return;
  const closed = [condition.text, job?.if?.text].some((text) => guardOfIf(text, trigger) === 'closed');
  if (closed) return;
  for (const found of botComparisons(document.source, condition))
    yield problem(found, `${key}/if`, guarded.some(merges), fixOf(document, found));
}

const MERGES =
  /\bgh pr (merge|review\b[^\n]{0,300}--approve)|mergePullRequest|enablePullRequestAutoMerge|pulls\.(merge|createReview)/;
const MERGING_ACTIONS =
  /^(pascalgn\/automerge-action|peter-evans\/enable-pull-request-automerge|hmarr\/auto-approve-action|ahmadnassri\/action-dependabot-auto-merge|fastify\/github-action-merge-dependabot|alexwilson\/enable-github-automerge-action|juliangruber\/(merge-pull-request|approve-pull-request)-action|koj-co\/dependabot-pr-action)$/i;

function merges({ uses, run, with: inputs }: Step): boolean {
  return MERGING_ACTIONS.test(uses?.repository ?? '') || MERGES.test(run?.text ?? textAt(inputs, 'script') ?? '');
}

function problem(found: BotComparison, key: string, merging: boolean, fix: Fix | undefined): Observation {
  return {
    range: found.range,
    key,
    ...(merging ? { severity: 'high' } : {}),
    message: {
      what: `${quote(`${found.written} == ${found.bot}`)} asks who caused this run, not who wrote the change.`,
      why: `A stranger can let the bot touch their pull request last, in a fork of their own: the run then passes for the bot's${merging ? ', and what they wrote is approved or merged' : ''}.`,
      remedy: `Compare ${quote(`github.event.pull_request.user.${found.byId ? 'id' : 'login'}`)}: the author of a pull request does not change.`,
    },
    ...(fix ? { fix } : {}),
  };
}

/** Only where every run has a pull request. */
function fixOf({ view }: WorkflowDocument, { range, byId }: BotComparison): Fix | undefined {
  if (!view.triggers.every(({ event }) => /^pull_request(_target)?$/.test(event))) return undefined;
  const text = `github.event.pull_request.user.${byId ? 'id' : 'login'}`;
  return { title: 'Ask who opened the pull request', safety: 'review', edits: [{ range, text }] };
}
