import { contextPaths } from '../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { actionFiles } from './actions/local-action.ts';
import { expressionsOf, type PlacedExpression } from './expressions/expressions-of.ts';
import { asOfName } from './jobs/as-of-name.ts';
import { closestName } from './jobs/closest-name.ts';
import { jobAt } from './jobs/job-at.ts';
import { type StepOutputs, stepOutputs } from './outputs/step-outputs.ts';

export const undefinedStepOutput: Rule<WorkflowDocument> = {
  id: 'undefined-step-output',
  kinds: ['workflow'],
  title: 'An output of a step that is not there',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['expression'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs({ view }) {
    for (const step of view.jobs.flatMap(({ steps }) => steps)) {
      if (step.id === undefined || step.uses?.kind !== 'local') continue;
      for (const path of actionFiles(step.uses.path)) yield { path };
    }
  },

  *check(document, context) {
    let used = 0;
    let wrong = 0;
    for (const expression of expressionsOf(document)) {
      for (const id of stepsNamedIn(expression)) {
        used += 1;
        const found = problemOf(expression, id, document);
        if (!found) continue;
        wrong += 1;
        yield asOfName(expression.path, found);
      }
      for (const found of outputProblems(expression, document, context)) {
        wrong += 1;
        yield asOfName(expression.path, found);
      }
    }
    const [first] = document.view.jobs;
    if (first && used > 0 && wrong === 0)
      yield { proof: `${used} uses of a step's outputs, each of a step before it`, range: first.idRange };
  },
};

const EMPTY =
  'GitHub fills in an empty string and says nothing: conditions are false, and commands get nothing where a value belongs.';

function stepsNamedIn({ node }: PlacedExpression): ReadonlySet<string> {
  const ids = [...contextPaths(node)].flatMap(([context, id]) =>
    context === 'steps' && id && id !== '*' && id !== '[]' ? [id] : [],
  );
  return new Set(ids);
}

function problemOf(
  { text, range, path }: PlacedExpression,
  id: string,
  { view }: WorkflowDocument,
): Observation | undefined {
  const [, , list, index] = path;
  const job = jobAt(view, path);
  if (!job) return undefined;
  const step = job.steps.find((one) => one.id?.toLowerCase() === id);
  const own = list === 'steps' && typeof index === 'number' ? index : Number.POSITIVE_INFINITY;
  // Steps of a parallel group are numbered in their group, not in the job.
  if (step && (step.index < own || path.includes('parallel'))) return undefined;
  const ids = job.steps.flatMap((one) => one.id ?? []);
  const meant = closestName(id, ids);
  return {
    range,
    key: `${path.join('.')}/${id}`,
    message: {
      what: step
        ? `${quote(text)} asks for ${quote(id)}, which runs only after it.`
        : `${quote(text)} asks for the step ${quote(id)}, and ${quote(job.id)} has none of that id.`,
      why: EMPTY,
      remedy: step
        ? 'Move the step up.'
        : meant
          ? `Did you mean ${quote(meant)}?`
          : ids.length > 0
            ? `Its steps with an id are ${quoteAll(ids)}.`
            : 'Give the step that makes the value this `id`.',
    },
  };
}

/** Outputs that the action of a step before does not give. */
function* outputProblems(
  expression: PlacedExpression,
  document: WorkflowDocument,
  context: RuleContext,
): Generator<Observation> {
  const job = jobAt(document.view, expression.path);
  for (const [root, id, section, output = '*'] of contextPaths(expression.node)) {
    if (root !== 'steps' || section !== 'outputs' || output === '*' || output === '[]') continue;
    const step = job?.steps.find((one) => one.id?.toLowerCase() === id);
    const given = step && stepOutputs(document, step, context);
    if (!step?.uses || !given || given.names.some((name) => name.toLowerCase() === output)) continue;
    const found = noOutput(expression, step.uses.raw, output, given);
    if (found) yield { ...found, key: `${expression.path.join('.')}/${id}/${output}` };
  }
}

function noOutput(
  { range }: PlacedExpression,
  action: string,
  output: string,
  { names, complete, own }: StepOutputs,
): Observation | undefined {
  const meant = closestName(output, names);
  // Code may set outputs that nobody wrote down, and newer versions have more of them.
  if (!complete && !meant && own) return undefined;
  return {
    range,
    ...(complete ? {} : meant ? { confidence: 'likely' } : { severity: 'low', confidence: 'heuristic' }),
    message: {
      what: `${quote(action)} gives no output ${quote(output)}.`,
      why: EMPTY,
      remedy: meant
        ? `Did you mean ${quote(meant)}?`
        : names.length > 0
          ? `It gives ${quoteAll(names)}.`
          : 'Declare it under the `outputs` of the action.',
    },
  };
}
