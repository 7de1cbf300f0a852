import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import { at, itemsAt, scalarsBelow, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { siblingsOf } from './callers/siblings-of.ts';

export const githubTokenEventNeverFires: Rule<WorkflowDocument> = {
  id: 'github-token-event-never-fires',
  kinds: ['workflow'],
  title: 'A workflow waits for an event that is never raised',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    const makes = document.view.jobs.some((job) => job.steps.some((step) => madeBy(document, job, step)));
    if (!makes) return;
    yield { glob: '.github/workflows/*.yml' };
    yield { glob: '.github/workflows/*.yaml' };
  },

  *check(document, context) {
    for (const job of document.view.jobs)
      for (const step of job.steps) {
        const made = madeBy(document, job, step);
        const waiting = made && waitingFor(made.event, document, context);
        if (made && waiting) yield problem(document, job, step, made, waiting);
      }
  },
};

type Raised = 'release' | 'pull_request';

interface Made {
  readonly event: Raised;
  readonly by: string;
  readonly range: Range;
}

const ACTIONS: Readonly<Record<string, readonly [Raised, tokenInput: string]>> = {
  'softprops/action-gh-release': ['release', 'token'],
  'ncipollo/release-action': ['release', 'token'],
  'peter-evans/create-pull-request': ['pull_request', 'token'],
};

/** What a step makes with the token of the run; a token of an App or a person raises the event. */
function madeBy(document: WorkflowDocument, job: Job, step: Step): Made | undefined {
  if (step.uses) {
    const row = ACTIONS[step.uses.repository.toLowerCase()];
    if (!row || !isRunToken(textAt(step.with, row[1])) || isDraft(step)) return undefined;
    return { event: row[0], by: step.uses.repository, range: step.uses.node.range };
  }
  const command = /\bgh (release|pr) create\b(?![^\n]*--draft\b)/.exec(step.run?.text ?? '');
  const token = ['GH_TOKEN', 'GITHUB_TOKEN']
    .flatMap((name) => [step.env, job.env, document.view.env].flatMap((env) => textAt(env, name) ?? []))
    .at(0);
  if (!command || !step.run || token === undefined || !isRunToken(token)) return undefined;
  return { event: command[1] === 'pr' ? 'pull_request' : 'release', by: command[0], range: step.run.range };
}

function isRunToken(token: string | undefined): boolean {
  return token === undefined || /^\$\{\{\s*(secrets\.GITHUB_TOKEN|github\.token)\s*\}\}$/i.test(token.trim());
}

/** A draft is published by somebody, and that raises the event. */
function isDraft(step: Step): boolean {
  return textAt(step.with, 'draft') === 'true';
}

/** A workflow that runs for nothing else. */
function waitingFor(event: Raised, own: WorkflowDocument, context: RuleContext): WorkflowDocument | undefined {
  return siblingsOf(own, context).find(
    (other) =>
      other !== own &&
      other.view.triggers.length > 0 &&
      other.view.triggers.every((one) => isRaised(one, event)) &&
      !isStartedBy(own, other),
  );
}

function isRaised({ event, config }: Trigger, raised: Raised): boolean {
  if (event !== raised) return false;
  const types = itemsAt(config, 'types').flatMap((item) => textAt(item) ?? []);
  // What people do later, with a label or by merging, is raised.
  return (
    types.length === 0 || types.every((type) => /^(published|created|released|opened|synchronize|reopened)$/.test(type))
  );
}

/** `gh workflow run other.yml`, or a dispatch that names it. */
function isStartedBy(own: WorkflowDocument, other: WorkflowDocument): boolean {
  const file = other.path.split('/').at(-1) ?? '';
  return [...scalarsBelow(at(own.view.root, 'jobs'))].some(({ scalar }) => scalar.text.includes(file));
}

function problem(document: WorkflowDocument, job: Job, step: Step, made: Made, waiting: WorkflowDocument): Observation {
  const [first] = waiting.view.triggers;
  return {
    range: made.range,
    key: `${job.id}/${step.key}/${waiting.path}`,
    message: {
      what: `${quote(made.by)} makes a ${made.event === 'release' ? 'release' : 'pull request'} with the token of the run, and ${quote(waiting.path)} waits for ${quote(made.event)}.`,
      why: 'What is done with that token raises no event, so that runs cannot start each other for ever: the other workflow does not run.',
      remedy: 'Use a token of a GitHub App, or start the other workflow: `workflow_call`, `gh workflow run`.',
    },
    related: first
      ? [{ path: waiting.path, side: document.side, range: first.range, message: 'This is never raised by it.' }]
      : [],
  };
}
