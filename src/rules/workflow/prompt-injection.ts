import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule, Severity } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type AgentRun, agentRuns } from './agents/agent-runs.ts';
import { isPowerful } from './agents/is-powerful.ts';
import { type OutsideStart, outsideStart, startNeeds } from './agents/outside-start.ts';
import { type OutsideText, outsideTexts } from './agents/outside-text.ts';
import { hasToolList } from './agents/tool-grants.ts';
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
      const texts = outsideTexts(document, run).filter(
        (text) => text.events.includes(start.reached.trigger.event) && !isOwnWord(text, start),
      );
      const asked = texts.filter(({ beside }) => !beside);
      const [first] = asked.length > 0 ? asked : texts;
      if (first) yield problem(document, run, asked.length > 0 ? asked : texts, first, start);
    }
  },
};

/** Where only insiders start the run, the comment that starts it is theirs. */
function isOwnWord({ source }: OutsideText, { by }: OutsideStart): boolean {
  return by === 'insider' && /^github\.event\.(comment|review)\./.test(source);
}

function problem(
  document: WorkflowDocument,
  run: AgentRun,
  texts: readonly OutsideText[],
  first: OutsideText,
  start: OutsideStart,
): Observation {
  const event = quote(triggerName(start.reached));
  const [verb, pronoun] = texts.length > 1 ? ['are', 'them'] : ['is', 'it'];
  const where = first.beside ? `${verb} put into the environment of` : `${verb} part of what is asked of`;
  const { path, side } = document;
  return {
    range: first.range,
    key: `${run.key}/${run.kind}`,
    severity: severityOf(document, run, start),
    ...(first.beside || start.by === 'insider' ? { confidence: 'heuristic' } : {}),
    message: {
      what: `${quoteAll(texts.map(({ written }) => written))} ${where} ${quote(run.name)}, and ${start.by === 'anybody' ? `anybody writes ${pronoun}, on ${event}` : `people outside the project may have written ${pronoun} before an insider starts ${event}`}.`,
      why:
        run.does === 'agent'
          ? 'A model cannot tell a task from data: instructions in that text are followed with the tools, the token and the secrets of this job.'
          : 'A model cannot tell a task from data: instructions in that text decide what it answers, and so what this job does with the answer.',
      remedy:
        run.does === 'agent'
          ? 'Let the agent run only for people who may write, in a job whose token only reads and whose tools cannot run commands; let another job act on a checked answer.'
          : 'Take the answer for what a stranger wrote: compare it with the few values that you expect, and never run or publish it unseen.',
    },
    related: texts.slice(1).map(({ range, source }) => ({ path, side, range, message: `${source} as well.` })),
  };
}

function severityOf(document: WorkflowDocument, run: AgentRun, { by }: OutsideStart): Severity {
  if (run.does === 'text') return 'low';
  return by === 'anybody' && isPowerful(document, run.job) && !hasToolList(run) ? 'high' : 'medium';
}
