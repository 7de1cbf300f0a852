import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, RelatedRange, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { poisonedArtifacts } from './artifacts/poisoned-artifacts.ts';
import { outsideCheckouts } from './checkout/outside-checkouts.ts';

const DANGEROUS = new Set(['pull_request_target', 'workflow_run']);
/** Actions that work on the pull request by API alone. */
const BY_API =
  /^(actions\/(labeler|stale|first-interaction)|amannn\/action-semantic-pull-request|dependabot\/fetch-metadata|toshimaru\/auto-author-assign|kentaro-m\/auto-assign-action|contributor-assistant\/github-action|cla-assistant\/github-action|codelytv\/pr-size-labeler|mheap\/github-action-required-labels|release-drafter\/release-drafter)$/i;

export const dangerousTriggers: Rule<WorkflowDocument> = {
  id: 'dangerous-triggers',
  kinds: ['workflow'],
  title: 'Outsiders start a workflow that has the rights of the repository',
  severity: 'info',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['dangerous-triggers'],
    octoscan: ['debug-external-trigger'],
    sisakulint: ['dangerous-triggers-critical', 'dangerous-triggers-medium'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (document.view.triggers.some(({ event }) => event === 'workflow_run')) yield { glob: '.github/workflows/*' };
  },

  *check(document, context) {
    if (worksByApi(document)) return;
    const reached = reachedBy(document, context);
    for (const trigger of document.view.triggers) if (DANGEROUS.has(trigger.event)) yield problem(trigger, reached);
  },
};

/** Every step is an action that never touches the code, and nothing else runs. */
function worksByApi(document: WorkflowDocument): boolean {
  const steps = document.view.jobs.flatMap((job) => job.steps);
  return (
    steps.length > 0 &&
    document.view.jobs.every(({ uses }) => !uses) &&
    steps.every(({ uses }) => uses !== undefined && BY_API.test(uses.repository))
  );
}

interface Reached {
  readonly event: string;
  readonly related: RelatedRange;
}

/** Places where what an outsider brings is fetched and run. */
function reachedBy(document: WorkflowDocument, context: RuleContext): Reached[] {
  const { path, side } = document;
  const checkouts = outsideCheckouts(document, context)
    .filter(({ reached, runner }) => reached.guard === 'open' && runner !== undefined)
    .map(({ code, reached }) => ({
      event: reached.trigger.event,
      related: { path, side, range: code.range, message: 'Here its code comes in.' },
    }));
  const artifacts = poisonedArtifacts(document, context)
    .filter(({ runner }) => runner !== undefined)
    .map(({ artifact, reached }) => ({
      event: reached.trigger.event,
      related: { path, side, range: artifact.range, message: 'Here its files come in.' },
    }));
  return [...checkouts, ...artifacts];
}

function problem({ event, range }: Trigger, reached: readonly Reached[]): Observation {
  const related = reached.filter((one) => one.event === event).map((one) => one.related);
  return {
    range: { start: range.start, end: range.start + event.length },
    key: event,
    ...(related.length > 0 ? { severity: 'high', related } : {}),
    message: {
      what: `${quote(event)} runs this workflow with the secrets and the token of the repository on what outsiders do${related.length > 0 ? ', and what they bring is run' : ''}.`,
      why: 'A checkout, an artifact or a title that finds its way into a script or a build hands them over.',
      remedy:
        event === 'workflow_run'
          ? 'Treat everything of the run that came before as data: unpack artifacts outside the workspace, never run them, and give the token only what it needs.'
          : `Use ${quote('pull_request')} where no secret is needed; else fetch nothing of the pull request and give the token only what it needs.`,
    },
  };
}
