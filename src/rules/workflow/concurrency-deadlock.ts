import { contextPaths, expressionsIn } from '../../documents/workflow/expression.ts';
import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { at, entryOf, scalarAt, type YamlNode, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { callNeeds } from './callers/call-needs.ts';
import { untouchedCallers } from './callers/untouched-callers.ts';
import { calledWorkflow } from './jobs/called-workflow.ts';

export const concurrencyDeadlock: Rule<WorkflowDocument> = {
  id: 'concurrency-deadlock',
  kinds: ['workflow'],
  title: 'A job waits for the run that it belongs to',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: callNeeds,

  *check(document, context) {
    const own = groupOf(document.view.root);
    for (const job of document.view.jobs) {
      const group = groupOf(job.node);
      if (own && group && own.text === group.text && isSteady(document, group)) yield withinFile(job, group);
      const called = calledWorkflow(document, job.uses, context);
      if (called) yield* withCalled(document, job, called);
    }
    for (const caller of untouchedCallers(document, context))
      for (const found of withCalled(caller.document, caller.job, document))
        yield { ...found, path: caller.document.path };
  },
};

const WHY =
  'The run holds the group until its jobs are done, and the job waits for the group: GitHub cancels it as a deadlock.';

function withinFile(job: Job, group: YamlScalar): Problem {
  return {
    range: group.range,
    key: job.id,
    message: {
      what: `The job ${quote(job.id)} is in the concurrency group ${quote(group.text)}, and so is the whole workflow.`,
      why: WHY,
      remedy: 'Give the job a group of its own, or take one of the two out.',
    },
  };
}

/** A called workflow runs in the run of its caller, whose name `github.workflow` is in both. */
function* withCalled(caller: WorkflowDocument, job: Job, called: WorkflowDocument): Generator<Problem> {
  const held = [groupOf(caller.view.root), groupOf(job.node)].flatMap((group) => group?.text ?? []);
  const asked = groupOf(called.view.root);
  if (!asked || !held.includes(asked.text) || !isSteady(called, asked)) return;
  yield {
    range: job.uses?.node.range ?? job.idRange,
    key: `${job.id}/called`,
    message: {
      what: `${quote(called.path)} is called by ${quote(job.id)} and has the concurrency group ${quote(asked.text)} of its caller.`,
      why: WHY,
      remedy: 'Put a word of its own into the group of the called workflow, or take one of the two out.',
    },
  };
}

function groupOf(node: YamlNode): YamlScalar | undefined {
  const concurrency = entryOf(node, 'concurrency')?.value;
  const group = concurrency?.type === 'scalar' ? concurrency : scalarAt(at(concurrency, 'group'));
  return group && group.value !== null && group.text !== '' ? group : undefined;
}

/** Whether a group is the same wherever it stands in one run; inputs, matrix and the like differ from place to place. */
function isSteady({ source }: WorkflowDocument, group: YamlScalar): boolean {
  return expressionsIn(source, group).every(({ node }) => {
    if (!node) return false;
    return [...contextPaths(node)].every(
      ([context, name]) => context === 'vars' || (context === 'github' && name !== 'job'),
    );
  });
}
