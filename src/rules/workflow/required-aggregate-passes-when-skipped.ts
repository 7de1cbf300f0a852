import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, scalarsBelow } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { deploySigns, isDeployJob } from './gates/deploy-signs.ts';

const NAMES =
  /(^|[^a-z])(all[-_ ]?(green|good|checks?|tests?|jobs?|pass(ed|es)?|ok|done|required|builds?|clear)|alls[-_ ]green|required([-_ ]checks?)?|(ci|tests?|build|checks?|status)[-_ ](success(ful)?|ok|pass(ed)?|complete(d)?|done|green|status|result|gate|check)|status[-_ ]checks?|merge[-_ ]gate|gate|conclusion|finali[sz]e|success)([^a-z]|$)/i;
/** Decides over the results itself (https://github.com/re-actors/alls-green). */
const DECIDES =
  /^(re-actors\/alls-green|lewagon\/wait-on-check-action|technote-space\/workflow-conclusion-action|jwalton\/gh-[\w-]+)$/i;

export const requiredAggregatePassesWhenSkipped: Rule<WorkflowDocument> = {
  id: 'required-aggregate-passes-when-skipped',
  kinds: ['workflow'],
  title: 'The job that sums up all checks passes when one of them fails',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!document.view.triggers.some(({ event }) => /^(pull_request|pull_request_target|merge_group)$/.test(event)))
      return;
    for (const job of document.view.jobs)
      if (isAggregate(document, job) && !hasOther(document, job)) yield* problem(job);
  },
};

/** Two jobs report under one name: what is skipped in one of them fails in the other. */
function hasOther({ view }: WorkflowDocument, job: Job): boolean {
  return view.jobs.some(
    (other) =>
      other !== job &&
      job.name !== undefined &&
      other.name === job.name &&
      /!\s*success\s*\(|\b(always|failure|cancelled)\s*\(/.test(other.if?.text ?? ''),
  );
}

/** Waits for several jobs, is called like a verdict, and does nothing but print or compare. */
function isAggregate({ view }: WorkflowDocument, job: Job): boolean {
  if (job.needs.length < 2 || job.uses || isDeployJob(job)) return false;
  if (view.jobs.some(({ needs }) => needs.some(({ text }) => text === job.id))) return false;
  if (!NAMES.test(job.id) && !NAMES.test(job.name ?? '')) return false;
  return deploySigns(job).length === 0 && job.steps.every(isTrivial);
}

const TRIVIAL =
  /^(\s*(#.*|echo\b.*|exit\b.*|true|:|printf\b.*|if\b.*|then|else|fi|\[.*|test\b.*|jq\b.*|set\b.*|for\b.*|do|done|case\b.*|esac|results?=.*)\s*$|\s*$)+/im;

function isTrivial({ uses, run }: Job['steps'][number]): boolean {
  if (uses) return DECIDES.test(uses.repository);
  return (run?.text ?? '').split('\n').every((line) => TRIVIAL.test(line) || /needs\./.test(line));
}

function* problem(job: Job): Generator<Observation> {
  const condition = job.if?.text ?? '';
  const runsAnyway = /\b(always|cancelled|failure)\s*\(/.test(condition);
  const texts = [...scalarsBelow(job.node)].map(({ scalar }) => scalar.text);
  const reads = texts.some((text) => /needs\.[\w*-]+\.result|toJSON\(\s*needs\s*\)|needs\[/i.test(text));
  // `if: failure()` runs only to fail.
  if (/!\s*success\s*\(/.test(condition)) return;
  if (runsAnyway && (reads || /failure\s*\(/.test(condition))) return;
  const entry = entryOf(job.node, runsAnyway ? 'if' : 'needs');
  yield {
    range: entry?.range ?? job.idRange,
    key: `${job.id}/aggregate`,
    message: {
      what: runsAnyway
        ? `${quote(job.id)} always runs and never looks at the results of the ${job.needs.length} jobs it waits for.`
        : `${quote(job.id)} is skipped when one of the ${job.needs.length} jobs it waits for fails.`,
      why: runsAnyway
        ? 'It is green whatever happened.'
        : 'GitHub counts a skipped check as passed: where this one is required, the pull request can be merged.',
      remedy: `Give it ${quote('if: always()')} and fail where ${quote('needs.*.result')} holds anything but ${quote('success')}.`,
    },
  };
}
