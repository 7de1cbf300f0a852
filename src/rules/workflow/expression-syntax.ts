import { contextPaths, expressionError, MAX_LENGTH, nodesOf } from '../../documents/workflow/expression.ts';
import { expressionSpans } from '../../documents/workflow/expression-spans.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { scalarsBelow } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { contextsAt } from './expressions/contexts-at.ts';
import { expressionsOf, type PlacedExpression } from './expressions/expressions-of.ts';
import { formatProblem } from './expressions/format-problem.ts';
import { hasFunction } from './expressions/functions-at.ts';
import { isOptional } from './expressions/is-optional.ts';
import { KNOWN_PROPERTIES } from './expressions/known-properties.ts';
import { textLength } from './expressions/text-length.ts';
import { defaultProblem } from './expressions/types/check-default.ts';
import { checkTypes } from './expressions/types/check-types.ts';
import { WHY } from './expressions/types/type-problem.ts';
import { isDeclared } from './expressions/undeclared.ts';
import { weightOfEmpty } from './expressions/weight-of-empty.ts';
import { closestName } from './jobs/closest-name.ts';
import { jobAt } from './jobs/job-at.ts';

export const expressionSyntax: Rule<WorkflowDocument> = {
  id: 'expression-syntax',
  kinds: ['workflow'],
  title: 'Expression is not valid where it stands',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['expression'], languageservices: ['expression'], sisakulint: ['expression'] },
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
    for (const found of [...unclosed(document), ...tooLong(document)]) {
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
    if (!scalar.text.includes('${{')) continue;
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

function* tooLong({ view }: WorkflowDocument): Generator<Observation> {
  for (const { scalar, path } of scalarsBelow(view.root)) {
    const length = scalar.text.length > MAX_LENGTH / 2 ? textLength(scalar.text) : 0;
    if (length <= MAX_LENGTH) continue;
    yield {
      range: { start: scalar.range.start, end: scalar.contentRange.start },
      key: path.join('.'),
      message: {
        what: `Expressions stand in a text that makes one expression of ${length} characters; ${MAX_LENGTH} are the most.`,
        why: 'GitHub refuses the file.',
        remedy:
          'Hand the values over by `env`, so that no expression stands in the text, or move the script to a file.',
      },
    };
  }
}

const REFUSED = 'GitHub refuses the file, or the job fails before its first step.';

function problemOf(expression: PlacedExpression, document: WorkflowDocument): Observation | undefined {
  if (contextsAt(expression.path)?.length === 0 && expression.node?.kind !== 'literal') return notEvaluated(expression);
  const error = expression.node ? undefined : expressionError(expression.text);
  if (error) return problem(expression, `${quote(expression.text)} is not valid: ${error}.`, REFUSED, 'Correct it.');
  const found =
    wrongContext(expression) ??
    wrongFunction(expression) ??
    wrongProperty(expression) ??
    (standsIn(expression, document)
      ? undefined
      : (undeclared(expression, document) ?? wrongType(expression, document))) ??
    wrongFormat(expression);
  return found && 'message' in found && found.message.why === WHY.empty
    ? { ...weightOfEmpty(expression, document), ...found }
    : found;
}

function notEvaluated(expression: PlacedExpression): Observation {
  return problem(
    expression,
    `GitHub evaluates no expression in ${quote(placeOf(expression))}, and ${quote(expression.text)} is one.`,
    'GitHub refuses the file, or takes the braces as they stand.',
    'Write the value itself.',
  );
}

function wrongContext(expression: PlacedExpression): Observation | undefined {
  const allowed = contextsAt(expression.path);
  if (!allowed) return undefined;
  const context = [...contextPaths(expression.node)].map(([name = '']) => name).find((name) => !allowed.includes(name));
  if (context === undefined) return undefined;
  return problem(
    expression,
    `The context ${quote(context)} does not exist in ${quote(placeOf(expression))}.`,
    REFUSED,
    `There, use ${allowed.map(quote).join(', ')}.`,
  );
}

function wrongFunction(expression: PlacedExpression): Observation | undefined {
  if (!expression.node) return undefined;
  for (const node of nodesOf(expression.node)) {
    if (node.kind !== 'call' || hasFunction(node.name, expression.path)) continue;
    return problem(
      expression,
      `The function ${quote(node.name)} does not exist in ${quote(placeOf(expression))}.`,
      REFUSED,
      node.name === 'hashfiles'
        ? 'Files are there only when the steps run: use it in a step.'
        : 'Ask it in an `if`, or use `job.status` or `needs.*.result`.',
    );
  }
  return undefined;
}

/** The key under which an expression stands. */
function placeOf({ path }: PlacedExpression): string {
  return String(path.filter((part) => typeof part === 'string' && !part.includes('${{')).at(-1) ?? '');
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
        WHY.empty,
        meant ? `Write ${quote(`${context}.${meant}`)}.` : 'Check the name.',
      ),
      ...(sure ? {} : { severity: 'low', confidence: 'heuristic' }),
    };
  }
  return undefined;
}

function undeclared(expression: PlacedExpression, { view }: WorkflowDocument): Observation | undefined {
  const missing = missingPath(expression, view);
  if (!missing) return undefined;
  const name = missing.slice(0, 2).join('.');
  return {
    ...problem(
      expression,
      `${quote(name)} is declared nowhere in this file.`,
      WHY.empty,
      `Declare it, or correct the name.`,
    ),
    // What is taken in its place may be all that is wanted.
    ...(isOptional(missing, expression.node) ? { severity: 'low', confidence: 'heuristic' } : {}),
  };
}

function missingPath(expression: PlacedExpression, view: WorkflowDocument['view']): readonly string[] | undefined {
  const job = jobAt(view, expression.path);
  return [...contextPaths(expression.node)].find((path) => isDeclared(path, view, job) === false);
}

/** Jobs that are written alike: one has an axis in its matrix, and for the other something stands in. */
function standsIn(expression: PlacedExpression, { view }: WorkflowDocument): boolean {
  const missing = missingPath(expression, view);
  return missing?.[0] === 'matrix' && isOptional(missing, expression.node);
}

function wrongType(expression: PlacedExpression, document: WorkflowDocument): Observation | undefined {
  const found = defaultProblem(expression, document) ?? checkTypes(expression, document);
  if (!found) return undefined;
  const { what, why, remedy, ...weight } = found;
  return { ...problem(expression, what, why, remedy), ...weight };
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
