import { contextPaths, expressionError } from '../../documents/workflow/expression.ts';
import { expressionSpans } from '../../documents/workflow/expression-spans.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { scalarsBelow } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { contextsAt } from './expressions/contexts-at.ts';
import { expressionsOf, type PlacedExpression } from './expressions/expressions-of.ts';
import { formatProblem, nodesOf } from './expressions/format-problem.ts';
import { KNOWN_PROPERTIES } from './expressions/known-properties.ts';
import { isDeclared } from './expressions/undeclared.ts';
import { isWholeObject } from './expressions/whole-object.ts';
import { closestName } from './jobs/closest-name.ts';

export const expressionSyntax: Rule<WorkflowDocument> = {
  id: 'expression-syntax',
  kinds: ['workflow'],
  title: 'Expression is not valid where it stands',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['expression'], languageservices: ['expression'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const all = expressionsOf(document);
    let wrong = 0;
    for (const expression of all) {
      const found = problemOf(expression, document);
      if (!found) continue;
      wrong += 1;
      yield found;
    }
    for (const found of unclosed(document)) {
      wrong += 1;
      yield found;
    }
    const [first] = all;
    if (first && wrong === 0)
      yield { proof: `${all.length} expressions are valid where they stand`, range: first.range };
  },
};

function* unclosed({ source, view }: WorkflowDocument): Generator<Observation> {
  for (const { scalar, path } of scalarsBelow(view.root)) {
    const closed = expressionSpans(scalar.text).at(-1)?.end ?? 0;
    if (!scalar.text.includes('${{', closed)) continue;
    const start = source.lastIndexOf('${{', scalar.range.end);
    yield {
      range: start < scalar.range.start ? scalar.range : { start, end: start + 3 },
      key: path.join('.'),
      message: { what: 'An expression begins here and does not end.', why: REFUSED, remedy: 'Close it with `}}`.' },
    };
  }
}

const REFUSED = 'GitHub refuses the file, or the job fails before its first step.';
const EMPTY = 'GitHub fills in nothing: a condition is false, a script gets an empty string, and no error says so.';

function problemOf(expression: PlacedExpression, document: WorkflowDocument): Observation | undefined {
  const error = expression.node ? undefined : expressionError(expression.text);
  if (error) return problem(expression, `${quote(expression.text)} is not valid: ${error}.`, REFUSED, 'Correct it.');
  return (
    wrongContext(expression) ??
    wrongProperty(expression) ??
    undeclared(expression, document) ??
    wholeObject(expression) ??
    wrongFormat(expression)
  );
}

function wrongContext(expression: PlacedExpression): Observation | undefined {
  const allowed = contextsAt(expression.path);
  if (!allowed) return undefined;
  const context = [...contextPaths(expression.node)].map(([name = '']) => name).find((name) => !allowed.includes(name));
  if (context === undefined) return undefined;
  const place = expression.path.filter((part) => typeof part === 'string').at(-1) ?? '';
  return problem(
    expression,
    `The context ${quote(context)} does not exist in ${quote(String(place))}.`,
    REFUSED,
    allowed.length > 0 ? `There, use ${allowed.map(quote).join(', ')}.` : 'Write the value itself.',
  );
}

function wrongProperty(expression: PlacedExpression): Observation | undefined {
  for (const [context = '', property] of contextPaths(expression.node)) {
    const known = KNOWN_PROPERTIES[context];
    if (!known || property === undefined || property === '*' || property === '[]' || known.has(property)) continue;
    const meant = closestName(property, [...known]);
    // Contexts grow: only what resembles a known property is surely a slip.
    const sure = meant !== undefined || context === 'strategy';
    return {
      ...problem(
        expression,
        `${quote(`${context}.${property}`)} does not exist.`,
        EMPTY,
        meant ? `Write ${quote(`${context}.${meant}`)}.` : 'Check the name.',
      ),
      ...(sure ? {} : { severity: 'low', confidence: 'heuristic' }),
    };
  }
  return undefined;
}

function undeclared(expression: PlacedExpression, { view }: WorkflowDocument): Observation | undefined {
  const [top, id] = expression.path;
  const job = top === 'jobs' ? view.jobs.find((one) => one.id === id) : undefined;
  const missing = [...contextPaths(expression.node)].find((path) => isDeclared(path, view, job) === false);
  if (!missing) return undefined;
  const name = missing.slice(0, 2).join('.');
  return problem(
    expression,
    `${quote(name)} is declared nowhere in this file.`,
    EMPTY,
    `Declare it, or correct the name.`,
  );
}

function wholeObject(expression: PlacedExpression): Observation | undefined {
  if (!isWholeObject(expression)) return undefined;
  return problem(
    expression,
    `${quote(expression.text)} is no single value.`,
    'GitHub fills in the word `Object` or `Array`, and no error says so.',
    `Name the property, or write ${quote(`toJSON(${expression.text})`)}.`,
  );
}

function wrongFormat(expression: PlacedExpression): Observation | undefined {
  if (!expression.node) return undefined;
  for (const node of nodesOf(expression.node)) {
    const wrong = formatProblem(node);
    if (wrong)
      return problem(
        expression,
        `In ${quote(expression.text)}, ${wrong}.`,
        'A missing value fails the run, an unused one is a slip.',
        'Make the numbers and the values fit.',
      );
  }
  return undefined;
}

function problem(
  { range, path }: PlacedExpression,
  what: string,
  why: string,
  remedy: string,
): Observation & { readonly key: string } {
  return { range, key: path.join('.'), message: { what, why, remedy } };
}
