import { contextPaths } from '../../documents/workflow/expression.ts';
import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { at, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { callNeeds } from './callers/call-needs.ts';
import { expressionsOf, type PlacedExpression } from './expressions/expressions-of.ts';
import { asOfName } from './jobs/as-of-name.ts';
import { calledWorkflow } from './jobs/called-workflow.ts';
import { closestName } from './jobs/closest-name.ts';
import { jobAt } from './jobs/job-at.ts';

export const undefinedNeedsOutput: Rule<WorkflowDocument> = {
  id: 'undefined-needs-output',
  kinds: ['workflow'],
  title: 'An output of a job that is not waited for, or not given',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['expression'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: callNeeds,

  *check(document, context) {
    let used = 0;
    let wrong = 0;
    for (const expression of expressionsOf(document)) {
      for (const path of contextPaths(expression.node)) {
        if (path[1] === undefined || /^(\*|\[\])$/.test(path[1])) continue;
        if (path[0] !== 'needs' && path[0] !== 'jobs') continue;
        used += 1;
        const problems = path[0] === 'needs' ? needsProblem : outputProblem;
        const found = problems(expression, path, document, context);
        if (!found) continue;
        wrong += 1;
        yield asOfName(expression.path, found);
      }
    }
    const [first] = document.view.jobs;
    if (first && used > 0 && wrong === 0)
      yield { proof: `${used} uses of another job's outputs, each of a job that is waited for`, range: first.idRange };
  },
};

function needsProblem(
  expression: PlacedExpression,
  path: readonly string[],
  document: WorkflowDocument,
  context: RuleContext,
): Observation | undefined {
  const job = jobAt(document.view, expression.path);
  const [, name = ''] = path;
  if (!job) return undefined;
  if (job.id.toLowerCase() === name)
    return problem(
      expression,
      path,
      `${quote(job.id)} asks for an output of its own by ${quote(`needs.${job.id}`)}.`,
      'Take it from the step that gives it: `steps`, the id of the step, `outputs`.',
    );
  const waited = job.needs.map(({ text }) => text);
  if (!waited.some((one) => one.toLowerCase() === name)) {
    if (waited.some((one) => one.includes('${{'))) return undefined;
    return problem(
      expression,
      path,
      `${quote(job.id)} asks for ${quote(name)} and does not wait for it.`,
      remedyFor(name, waited),
    );
  }
  return outputProblem(expression, path, document, context);
}

function outputProblem(
  expression: PlacedExpression,
  path: readonly string[],
  document: WorkflowDocument,
  context: RuleContext,
): Observation | undefined {
  const [, name, section, output] = path;
  const needed = document.view.jobs.find((one) => one.id.toLowerCase() === name);
  if (!needed || section !== 'outputs' || output === undefined || /^(\*|\[\])$/.test(output)) return undefined;
  const outputs = outputsOf(needed, document, context);
  if (!outputs || outputs.some((one) => one.toLowerCase() === output)) return undefined;
  const meant = closestName(output, outputs);
  return problem(
    expression,
    path,
    `${quote(needed.id)} gives no output ${quote(output)}.`,
    meant
      ? `Did you mean ${quote(meant)}?`
      : outputs.length > 0
        ? `It gives ${quoteAll(outputs)}.`
        : needed.uses
          ? `Declare it under ${quote('on.workflow_call.outputs')} of the workflow that ${quote(needed.id)} calls.`
          : `Declare it under the \`outputs\` of ${quote(needed.id)}.`,
  );
}

function remedyFor(name: string, waited: readonly string[]): string {
  const meant = closestName(name, waited);
  if (meant) return `Did you mean ${quote(meant)}?`;
  return `Add ${quote(name)} to its \`needs\`.`;
}

/** Names of a job's outputs; undefined where a called workflow could not be read. */
function outputsOf(job: Job, document: WorkflowDocument, context: RuleContext): string[] | undefined {
  if (!job.uses) return keysOf(at(job.node, 'outputs')) ?? [];
  const called = calledWorkflow(document, job.uses, context);
  return called && (keysOf(at(called.view.root, 'on', 'workflow_call', 'outputs')) ?? []);
}

function keysOf(node: YamlNode | undefined): string[] | undefined {
  return node?.type === 'map' ? node.entries.map(({ key }) => key.text) : undefined;
}

function problem(
  { range, path }: PlacedExpression,
  named: readonly string[],
  what: string,
  remedy: string,
): Observation {
  return {
    range,
    key: `${path.join('.')}/${named.join('.')}`,
    message: {
      what,
      why: 'GitHub fills in an empty string and says nothing: the condition is false, or the deployment goes out without its version.',
      remedy,
    },
  };
}
