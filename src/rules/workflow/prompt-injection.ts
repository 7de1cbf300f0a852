import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AgentRun, agentRuns } from './agents/agent-runs.ts';
import { isPowerful } from './agents/is-powerful.ts';
import { type OutsideStart, outsideStart, startNeeds } from './agents/outside-start.ts';
import { type OutsideText, outsideTexts } from './agents/outside-text.ts';
import { triggerName } from './checkout/outside-checkouts.ts';

export const promptInjection: Rule<WorkflowDocument> = {
  id: 'prompt-injection',
  kinds: ['workflow'],
  title: 'A stranger writes the task of an AI agent',
  severity: 'high',
  // A model may see through it: nobody can promise that it does, and nobody that it does not.
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/prompt-injection/critical', 'actions/prompt-injection/medium'],
    sisakulint: ['ai-action-prompt-injection'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,
  needs: startNeeds,

  *check(document, context) {
    for (const run of agentRuns(document)) {
      const start = outsideStart(document, run, context);
      if (!start) continue;
      for (const text of outsideTexts(document, run)) {
        if (text.events.includes(start.reached.trigger.event) && !isOwnWord(text, start))
          yield problem(document, run, text, start);
      }
    }
  },
};

/** Where only insiders start the run, the comment that starts it is theirs. */
function isOwnWord({ source }: OutsideText, { by }: OutsideStart): boolean {
  return by === 'insider' && /^github\.event\.(comment|review)\./.test(source);
}

function problem(document: WorkflowDocument, run: AgentRun, text: OutsideText, start: OutsideStart): Observation {
  const event = quote(triggerName(start.reached));
  const where = text.beside ? 'lies in the environment of' : 'is part of what is asked of';
  return {
    range: text.range,
    key: `${run.key}/${text.source}`,
    severity: severityOf(document, run, start),
    ...(text.beside || start.by === 'insider' ? { confidence: 'heuristic' } : {}),
    message: {
      what: `${quote(text.written)} ${where} ${quote(run.name)}, and ${start.by === 'anybody' ? `anybody writes it, on ${event}` : `people outside the project may have written it before an insider starts ${event}`}.`,
      why:
        run.does === 'agent'
          ? 'A model cannot tell a task from data: instructions in that text are followed with the tools, the token and the secrets of this job.'
          : 'A model cannot tell a task from data: instructions in that text decide what it answers, and so what this job does with the answer.',
      remedy:
        run.does === 'agent'
          ? 'Let the agent run only for people who may write, in a job whose token only reads and whose tools cannot run commands; let another job act on a checked answer.'
          : 'Take the answer for what a stranger wrote: compare it with the few values that you expect, and never run or publish it unseen.',
    },
  };
}

function severityOf(document: WorkflowDocument, run: AgentRun, { by }: OutsideStart): Severity {
  if (run.does === 'text') return 'low';
  return by === 'anybody' && isPowerful(document, run.job) ? 'high' : 'medium';
}
