import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { scalarsBelow } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AgentRun, agentRuns } from './agents/agent-runs.ts';

export const aiAgentNotLastStep: Rule<WorkflowDocument> = {
  id: 'ai-agent-not-last-step',
  kinds: ['workflow'],
  title: 'A step with secrets follows an AI agent',
  severity: 'medium',
  confidence: 'heuristic',
  // Most agents are followed by the step that publishes what they made.
  strictness: 'pedantic',
  domain: 'security',
  aliases: { sisakulint: ['ai-action-execution-order'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const run of agentRuns(document)) {
      const next = run.does === 'agent' ? firstTrusted(run) : undefined;
      if (!next) continue;
      yield {
        range: run.range,
        key: `${run.key}/${run.kind}`,
        message: {
          what: `After ${quote(run.name)} the job goes on with ${quote(next.name ?? next.uses?.raw ?? next.key)}, which is given a secret or the token.`,
          why: 'The agent can leave a process, a git hook or a changed script behind that gets hold of what later steps are given.',
          remedy: 'Make the agent the last step, and let another job, on a fresh machine, work on what it hands over.',
        },
        related: [
          { path: document.path, side: document.side, range: next.node.range, message: 'It is given a secret here.' },
        ],
      };
    }
  },
};

/** The first step after an agent that is given more than the agent was. */
function firstTrusted({ job, step }: AgentRun): Step | undefined {
  const had = new Set(secretsOf(step));
  return job.steps.slice(job.steps.indexOf(step) + 1).find((next) => secretsOf(next).some((name) => !had.has(name)));
}

function secretsOf({ node }: Step): string[] {
  return scalarsBelow(node).flatMap(({ scalar }) =>
    [...scalar.text.matchAll(/\b(?:secrets\s*\.\s*([\w-]+)|github\.token)\b/gi)].map(([, name]) =>
      (name ?? 'github_token').toLowerCase(),
    ),
  );
}
