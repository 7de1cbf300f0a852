import { type ExpressionNode, parseExpression } from '../../documents/workflow/expression.ts';
import type { Job } from '../../documents/workflow/job.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { mapAt, type YamlMap, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { namesAValue } from './expressions/names-a-value.ts';

export const expressionWithoutBraces: Rule<WorkflowDocument | ActionDocument> = {
  id: 'expression-without-braces',
  kinds: ['workflow', 'action'],
  title: 'An expression without its braces',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    if (document.kind === 'workflow') {
      yield* bareValues(document, document.view.env, undefined, 'env');
      for (const job of document.view.jobs)
        for (const key of ['env', 'outputs', 'with'])
          yield* bareValues(document, mapAt(job.node, key), job, `${job.id}/${key}`);
    }
    for (const { step, job, key } of stepsOf(document)) {
      yield* bareValues(document, step.with, job, `${key}/with`);
      yield* bareValues(document, step.env, job, `${key}/env`);
    }
  },
};

/** Inputs that hold code or a query of their own, in which such words may mean something else. */
const CODE =
  /script|^run$|command|^args$|condition|expression|quer|filter|^if$|jq|template|prompt|message|body|title|text/i;

function* bareValues(
  document: WorkflowDocument | ActionDocument,
  map: YamlMap | undefined,
  job: Job | undefined,
  place: string,
): Generator<Observation> {
  for (const { key, value, merged } of map?.entries ?? []) {
    if (merged || value.type !== 'scalar' || CODE.test(key.text) || !isBare(document, job, value)) continue;
    yield {
      range: value.range,
      key: `${place}/${key.text}`,
      message: {
        what: `${quote(`${key.text}: ${value.text}`)} is a text and no expression: the braces are missing.`,
        why: 'Only `if` is an expression by itself: everywhere else GitHub passes the words on, and a text that is not empty is mostly taken for true.',
        remedy: `Write ${quote(`\${{ ${value.text} }}`)}.`,
      },
      ...(value.style === 'plain'
        ? {
            fix: {
              title: 'Put it into braces',
              safety: 'review' as const,
              edits: [{ range: value.contentRange, text: `\${{ ${value.text} }}` }],
            },
          }
        : {}),
    };
  }
}

function isBare(
  document: WorkflowDocument | ActionDocument,
  job: Job | undefined,
  { text, style }: YamlScalar,
): boolean {
  if (style === 'literal' || style === 'folded' || text.length > 500 || !/^[!(\w]/.test(text) || text.includes('${{'))
    return false;
  // Most values are told by a look at them; parsing each would be slow.
  if (!/\b(github|secrets|steps|needs|inputs|matrix)\.\w/i.test(text)) return false;
  const node = parseExpression(text);
  return node !== undefined && holds(node, (path) => namesAValue(path, document, job));
}

/** Whether an expression holds a context that is surely one. */
function holds(node: ExpressionNode, isValue: (path: readonly string[]) => boolean): boolean {
  switch (node.kind) {
    case 'context':
      return isValue(node.path);
    case 'not':
      return holds(node.operand, isValue);
    case 'comparison':
      return node.operands.some((operand) => holds(operand, isValue));
    case 'logical':
      return node.operands.some((operand) => holds(operand, isValue));
    case 'call':
      return node.args.some((argument) => holds(argument, isValue));
    default:
      return false;
  }
}
