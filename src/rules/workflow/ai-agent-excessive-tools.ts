import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type AgentRun, agentRuns } from './agents/agent-runs.ts';
import { type OutsideStart, outsideStart, startNeeds } from './agents/outside-start.ts';
import { commandTools } from './agents/tool-grants.ts';
import { unsafeOptions } from './agents/unsafe-options.ts';
import { triggerName } from './checkout/outside-checkouts.ts';

export const aiAgentExcessiveTools: Rule<WorkflowDocument> = {
  id: 'ai-agent-excessive-tools',
  kinds: ['workflow'],
  title: 'An AI agent that reads what strangers write may run any command',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { sisakulint: ['ai-action-excessive-tools'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,
  needs: startNeeds,

  *check(document, context) {
    for (const run of agentRuns(document)) {
      const tools = commandTools(run);
      // Where it may do everything unasked, `ai-agent-unsafe-sandbox` tells.
      if (tools.length === 0 || unsafeOptions(run).length > 0) continue;
      const start = outsideStart(document, run, context);
      if (start) yield problem(run, tools, start);
    }
  },
};

function problem(run: AgentRun, tools: readonly string[], { by, reached }: OutsideStart): Observation {
  const given = tools.includes('everything') ? 'is given every tool it has' : `may use ${quoteAll(tools)}`;
  return {
    range: run.range,
    key: `${run.key}/${run.kind}`,
    ...(by === 'insider' ? { severity: 'medium' } : {}),
    message: {
      what: `${quote(run.name)} ${given}, on ${quote(triggerName(reached))}.`,
      why: 'It works on text of people outside the project; instructions in there become commands on the runner, beside the token and the secrets of the job.',
      remedy:
        run.kind.includes('gemini') || run.kind.includes('qwen')
          ? 'List the tools that it needs under `tools.core` of `settings`, commands one by one: `run_shell_command(git log)`.'
          : 'Grant the commands that it needs one by one, as in `Bash(npm test)`, and none that runs other commands.',
    },
  };
}
