import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { agentRuns } from './agents/agent-runs.ts';
import { outsideStart, startNeeds } from './agents/outside-start.ts';
import { unsafeOptions } from './agents/unsafe-options.ts';
import { triggerName } from './checkout/outside-checkouts.ts';

export const aiAgentUnsafeSandbox: Rule<WorkflowDocument> = {
  id: 'ai-agent-unsafe-sandbox',
  kinds: ['workflow'],
  title: 'An AI agent runs without its sandbox or its questions',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { sisakulint: ['ai-action-unsafe-sandbox'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,
  needs: startNeeds,

  *check(document, context) {
    for (const run of agentRuns(document)) {
      const options = unsafeOptions(run);
      if (options.length === 0) continue;
      const start = outsideStart(document, run, context);
      yield {
        range: run.range,
        key: `${run.key}/${run.kind}`,
        ...(start ? { severity: start.by === 'anybody' ? 'critical' : 'high' } : {}),
        message: {
          what: `${quote(run.name)} runs with ${quoteAll(options)}${start ? `, on ${quote(triggerName(start.reached))}` : ''}.`,
          why: start
            ? 'What people outside the project write reaches it: an instruction in there is carried out on the runner, with the token and the secrets of the job, and nothing asks.'
            : 'Whatever it reads, a dependency or a web page too, may hold instructions: they are carried out on the runner, with the token and the secrets of the job, and nothing asks.',
          remedy:
            'Name the few tools that it needs, keep the sandbox, and give the job a token that only reads; else run it in a container without secrets.',
        },
      };
    }
  },
};
