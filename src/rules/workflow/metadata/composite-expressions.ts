import {
  contextPaths,
  type Expression,
  expressionError,
  expressionsBelow,
} from '../../../documents/workflow/expression.ts';
import type { ActionDocument } from '../../../documents/workflow.ts';
import { at, mapAt } from '../../../documents/yaml/yaml-node.ts';
import type { Observation } from '../../../types.ts';
import { quote, quoteAll } from '../../quote.ts';
import { closestName } from '../jobs/closest-name.ts';

/** What GitHub fills in within a composite action; secrets, variables and other jobs are not there. */
const CONTEXTS = ['github', 'inputs', 'strategy', 'matrix', 'steps', 'job', 'runner', 'env'];

/** Expressions of a composite action that GitHub refuses, or that ask for what nobody declared. */
export function* compositeExpressionProblems({ view, source }: ActionDocument): Generator<Observation> {
  if (view.using.toLowerCase() !== 'composite') return;
  const declared = mapAt(view.root, 'inputs')?.entries.map(({ key }) => key.text) ?? [];
  const ids = new Set(view.steps.flatMap(({ id }) => (id === undefined ? [] : [id.toLowerCase()])));
  for (const expression of expressionsBelow(source, at(view.root, 'runs', 'steps')))
    yield* problemsOf(expression, declared, ids);
}

function* problemsOf(
  expression: Expression,
  declared: readonly string[],
  ids: ReadonlySet<string>,
): Generator<Observation> {
  if (!expression.node) {
    const error = expressionError(expression.text) ?? 'it cannot be read';
    yield problem(expression, '', `${quote(expression.text)} is not valid: ${error}.`, REFUSED, 'Correct it.');
    return;
  }
  for (const [context = '', name] of contextPaths(expression.node)) {
    if (!CONTEXTS.includes(context)) {
      const remedy = context === 'secrets' ? 'Take it as an input.' : `There, use ${CONTEXTS.map(quote).join(', ')}.`;
      yield problem(expression, context, `A composite action has no context ${quote(context)}.`, REFUSED, remedy);
    } else if (name === undefined || name === '*' || name === '[]') continue;
    else if (context === 'inputs' && !declared.some((one) => one.toLowerCase() === name))
      yield undeclared(expression, name, declared);
    else if (context === 'steps' && !ids.has(name))
      yield problem(expression, name, `The action has no step with the id ${quote(name)}.`, EMPTY, 'Correct the id.');
  }
}

const REFUSED = 'GitHub cannot load the action: every step that uses it fails.';
const EMPTY = 'GitHub fills in an empty string and says nothing.';

function undeclared(expression: Expression, name: string, declared: readonly string[]): Observation {
  const meant = closestName(name, declared);
  const remedy = meant
    ? `Did you mean ${quote(meant)}?`
    : declared.length > 0
      ? `Declare it, or use one of ${quoteAll(declared)}.`
      : 'Declare it under `inputs`.';
  return problem(expression, name, `The action declares no input ${quote(name)}.`, EMPTY, remedy);
}

function problem({ range, path }: Expression, name: string, what: string, why: string, remedy: string): Observation {
  return { range, key: `runs.steps.${path.join('.')}/${name}`, message: { what, why, remedy } };
}
