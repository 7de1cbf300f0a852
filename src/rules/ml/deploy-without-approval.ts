import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { deployCommand } from './registry/deploy-commands.ts';

/** Started by a person, or by a workflow that may have asked one. */
const ASKED = new Set(['workflow_dispatch', 'release', 'workflow_call', 'repository_dispatch', 'deployment']);

export const deployWithoutApproval: Rule<WorkflowDocument> = {
  id: 'deploy-without-approval',
  kinds: ['workflow'],
  title: 'A model is deployed without approval',
  severity: 'medium',
  confidence: 'heuristic',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, source }) {
    if (view.triggers.every(({ event }) => ASKED.has(event))) return;
    for (const job of view.jobs) {
      if (/(^|[-_])(dev|staging|stage|test|preview|sandbox|qa)([-_]|$)/i.test(job.id)) continue;
      if (/workflow_dispatch|event_name\s*==\s*'release'/.test(job.if?.text ?? '')) continue;
      const command = job.steps.map(({ run }) => deployCommand(run?.text ?? '')).find((one) => one !== undefined);
      if (command === undefined || waitsForEnvironment(job, view.jobs)) continue;
      yield problem(job, command, source);
    }
  },
};

/** Its own environment, or that of a job before it. */
function waitsForEnvironment(job: Job, jobs: readonly Job[], seen: readonly string[] = []): boolean {
  if (job.environment) return true;
  return job.needs.some(({ text }) => {
    const before = jobs.find(({ id }) => id === text);
    return before !== undefined && !seen.includes(text) && waitsForEnvironment(before, jobs, [...seen, text]);
  });
}

function problem(job: Job, command: string, source: string): Observation {
  const fix = addEnvironment(job, source);
  return {
    range: job.idRange,
    key: job.id,
    message: {
      what: `The job ${quote(job.id)} deploys a model with ${quote(command)} and has no ${quote('environment')}.`,
      why: 'Whatever triggers the workflow puts a model before users; nobody is asked, and the deployment is recorded nowhere.',
      remedy: `Add ${quote('environment: production')} and give that environment required reviewers in the settings of the repository.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function addEnvironment({ node }: Job, source: string): Fix | undefined {
  const start = node.entries[0]?.range.start;
  if (start === undefined || node.flow) return undefined;
  const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const text = `environment: production${newLine}${indent}`;
  return {
    title: 'Deploy through the environment production',
    safety: 'review',
    edits: [{ range: { start, end: start }, text }],
  };
}
