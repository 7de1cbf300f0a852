import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { agentAction } from './agents/agent-actions.ts';
import { type AgentRun, agentRuns, isEverybody } from './agents/agent-runs.ts';
import { isPowerful } from './agents/is-powerful.ts';
import { type OutsideStart, outsideStart, startNeeds } from './agents/outside-start.ts';
import { outsideTexts } from './agents/outside-text.ts';
import { triggerName } from './checkout/outside-checkouts.ts';

export const aiAgentUnrestrictedTrigger: Rule<WorkflowDocument> = {
  id: 'ai-agent-unrestricted-trigger',
  kinds: ['workflow'],
  title: 'Anybody can set an AI agent to work',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { sisakulint: ['ai-action-unrestricted-trigger'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,
  needs: startNeeds,

  *check(document, context) {
    for (const run of agentRuns(document)) {
      const opened = openedInputs(run);
      yield* opened.map((input) => openedProblem(document, run, input));
      const start = outsideStart(document, run, context);
      if (opened.length > 0 || start?.by !== 'anybody' || run.does !== 'agent') continue;
      // Where a stranger's text is its task, `prompt-injection` tells.
      if (outsideTexts(document, run).length === 0) yield unguardedProblem(document, run, start);
    }
  },
};

interface OpenedInput {
  readonly name: string;
  readonly who: 'everybody' | 'every GitHub App';
}

function openedInputs({ step }: AgentRun): OpenedInput[] {
  const row = step.uses && agentAction(step.uses);
  const given = (names: readonly string[]) => names.filter((name) => isEverybody(textAt(step.with, name)));
  return [
    ...given(row?.opens ?? []).map((name): OpenedInput => ({ name, who: 'everybody' })),
    ...given(row?.opensToBots ?? []).map((name): OpenedInput => ({ name, who: 'every GitHub App' })),
  ];
}

function openedProblem(document: WorkflowDocument, run: AgentRun, { name, who }: OpenedInput): Observation {
  return {
    range: entryOf(run.step.with, name)?.range ?? run.range,
    key: `${run.key}/${name}`,
    ...(who === 'everybody' && isPowerful(document, run.job) ? { severity: 'high' } : {}),
    message: {
      what: `${quote(`${name}: *`)} opens ${quote(run.name)} to ${who}.`,
      why: 'The action asks who starts it because whoever does gives the agent its orders, with the rights of this job and on your bill.',
      remedy:
        'Name the accounts that need it, or leave the input out; if everybody must, give the job a token that only writes comments or labels.',
    },
  };
}

function unguardedProblem(document: WorkflowDocument, run: AgentRun, { reached }: OutsideStart): Observation {
  return {
    range: run.range,
    key: `${run.key}/${run.kind}`,
    ...(isPowerful(document, run.job) ? {} : { severity: 'low' }),
    message: {
      what: `Anybody starts ${quote(run.name)} on ${quote(triggerName(reached))}: neither a condition nor the program asks who it is.`,
      why: 'Whoever starts it picks what the agent works on, with the rights of this job and on your bill.',
      remedy: remedyFor(reached.trigger.event),
    },
  };
}

function remedyFor(event: string): string {
  const [subject] = /(?<=_)comment$|^pull_request|^issue|^discussion/.exec(event) ?? [];
  return subject
    ? `Let only people of the repository start it: compare ${quote(`github.event.${subject}.author_association`)} with OWNER, MEMBER and COLLABORATOR.`
    : 'Let it start only on what the people of the repository do.';
}
