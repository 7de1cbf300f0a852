import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { PRIVILEGED_EVENTS } from './injection/active-events.ts';

export const triggerMadePrivileged: Rule<WorkflowDocument> = {
  id: 'trigger-made-privileged',
  kinds: ['workflow'],
  title: 'Outsiders can now start the workflow with the rights of the repository',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,
  supersedes: ['dangerous-triggers'],

  *compare(base, head) {
    if (!base || !head) return;
    const before = new Set(base.view.triggers.map(({ event }) => event));
    // What outsiders could start with the same rights before is no news.
    if (before.has('pull_request_target')) return;
    for (const trigger of head.view.triggers) {
      if (PRIVILEGED_EVENTS.has(trigger.event) && !before.has(trigger.event)) yield problem(base, head, trigger);
    }
  },
};

function problem(base: WorkflowDocument, head: WorkflowDocument, trigger: Trigger): Observation {
  const { event, range } = trigger;
  const fix = back(base, head, trigger);
  const runsCode = head.view.jobs.some(
    ({ steps, uses }) => uses !== undefined || steps.some(({ run }) => run !== undefined),
  );
  return {
    range: { start: range.start, end: range.start + event.length },
    key: event,
    severity: event === 'pull_request_target' && runsCode ? 'high' : 'medium',
    ...(event === 'pull_request_target' ? {} : { confidence: 'likely' }),
    message: {
      what: `${quote(event)} is new: ${describe(event)} now starts this workflow with its secrets and a token that may write.`,
      why: 'Steps that were harmless while only members or a read-only token ran them can now be fed by strangers.',
      remedy: fix
        ? `Stay with ${quote('pull_request')}; where a secret is needed, do that part in a workflow of its own that never touches the proposed code.`
        : 'Limit the token, check who started the run, and use nothing of the event in a script.',
    },
    ...(fix ? { fix } : {}),
  };
}

function describe(event: string): string {
  if (event === 'pull_request_target') return 'anybody who opens a pull request';
  if (event === 'workflow_run') return 'any run of another workflow, those for forks included,';
  return 'anybody with an account';
}

/** Where it took the place of `pull_request`. */
function back(base: WorkflowDocument, head: WorkflowDocument, { event, range }: Trigger): Fix | undefined {
  const had = base.view.triggers.some((one) => one.event === 'pull_request');
  const has = head.view.triggers.some((one) => one.event === 'pull_request');
  if (event !== 'pull_request_target' || !had || has) return undefined;
  return {
    title: 'Return to pull_request',
    safety: 'review',
    edits: [{ range: { start: range.start, end: range.start + event.length }, text: 'pull_request' }],
  };
}
