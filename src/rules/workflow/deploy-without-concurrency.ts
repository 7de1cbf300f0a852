import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type HalfDone, halfDoneBy } from './deployments/half-done-by.ts';

export const deployWithoutConcurrency: Rule<WorkflowDocument> = {
  id: 'deploy-without-concurrency',
  kinds: ['workflow'],
  title: 'Two deployments can run at once',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { root, jobs, triggers } = document.view;
    // Whoever calls a workflow can keep its runs apart; one started by hand is started by somebody who looks.
    if (triggers.every(({ event }) => /^(pull_request|workflow_call|workflow_dispatch)/.test(event))) return;
    if (entryOf(root, 'concurrency')) return;
    for (const job of jobs) {
      const one = entryOf(job.node, 'concurrency') ? undefined : halfDoneBy(job);
      if (one && !isQueuedElsewhere(document, one) && !isTried(document, one)) yield problem(document, one);
    }
  },
};

/** HCP Terraform and Atlantis run one after the other by themselves; a matrix is one run. */
function isQueuedElsewhere({ source }: WorkflowDocument, { job }: HalfDone): boolean {
  return /TF_CLOUD_|TFE_|app\.terraform\.io|hashicorp\/tfc-|atlantis/i.test(
    source.slice(job.node.range.start, job.node.range.end),
  );
}

/** What is changed for every proposal as well is no place that people use: it is a test of the change. */
function isTried({ view }: WorkflowDocument, { job, step }: HalfDone): boolean {
  if (job.environment || !view.triggers.some(({ event }) => event === 'pull_request')) return false;
  return ![job.if?.text, step.if?.text].some((text) => /\bgithub\.|\b(needs|steps|inputs)\./.test(text ?? ''));
}

function problem(document: WorkflowDocument, { job, command, step }: HalfDone): Observation {
  const fix = oneAtATime(document, { job, command, step });
  return {
    range: job.idRange,
    key: `${job.id}/concurrency`,
    message: {
      what: `Two runs of ${quote(job.id)} can be at ${quote(command)} at the same time.`,
      why: 'The second run meets a lock, or what the first has half done, and the older commit may be the one that stays.',
      remedy: 'Give the job a `concurrency` group, without `cancel-in-progress`.',
    },
    ...(fix ? { fix } : {}),
  };
}

function oneAtATime({ source }: WorkflowDocument, { job }: HalfDone): Fix | undefined {
  const [first] = job.node.entries;
  if (!first || job.node.flow || first.merged) return undefined;
  const { start } = first.range;
  const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = ['concurrency:', `  group: ${job.id}`, '  cancel-in-progress: false', ''];
  return {
    title: 'Let one deployment run at a time',
    safety: 'review',
    edits: [{ range: { start, end: start }, text: lines.join(`${newLine}${indent}`) }],
  };
}
