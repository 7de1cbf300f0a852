import { type ExpressionNode, nodesOf } from '../../documents/workflow/expression.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type Constant, constantOf } from './expressions/constant-of.ts';
import type { PlacedExpression } from './expressions/expressions-of.ts';
import { addressOf, expressionsOfFile } from './expressions/expressions-of-file.ts';

type Subject = WorkflowDocument | ActionDocument;

export const obfuscatedExpression: Rule<Subject> = {
  id: 'obfuscated-expression',
  kinds: ['workflow', 'action'],
  title: 'An expression hides a constant',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { zizmor: ['obfuscation'], sisakulint: ['obfuscation'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const expression of expressionsOfFile(document)) yield* judge(document, expression);
    for (const { step, key } of stepsOf(document)) {
      const inputs = entryOf(step.node, 'with')?.value;
      if (inputs?.type !== 'scalar' || !inputs.text.includes('${{')) continue;
      yield {
        range: inputs.range,
        key: `${key}/with`,
        severity: 'info',
        message: {
          what: `All inputs of ${quote(step.uses?.raw ?? step.key)} come from one expression, ${quote(inputs.text)}.`,
          why: 'Neither a reader nor a tool can tell what the action is given.',
          remedy: 'Name the inputs under `with:`.',
        },
      };
    }
  },
};

function* judge(document: Subject, expression: PlacedExpression): Generator<Observation> {
  const { node, text, range, path } = expression;
  if (!node) return;
  const all = constantOf(node);
  // A condition that is constant switches something off or on, and `'{{'` is how braces are written.
  if (all && (path.at(-1) === 'if' || /[{}]/.test(String(all.value)))) return;
  // A number or a flag alone hides nothing; some write it like that for its type.
  if (expression.whole && node.kind === 'literal' && typeof node.value !== 'string') return;
  const part = all ?? partOf(node);
  if (!part) return;
  const fix = all && replace(document, expression, all.value);
  yield {
    range,
    key: `${addressOf(document, range)}/${text.slice(0, 80)}`,
    message: {
      what: `${all ? quote(text) : `A part of ${quote(text)}`} is ${quote(String(part.value) || "''")} in every run.`,
      why: 'An expression says that something varies; one that does not hides what is run, from readers and from searches.',
      remedy: 'Write the value.',
    },
    ...(fix ? { fix } : {}),
  };
}

/** The first part that is computed although nothing in it varies; a literal alone is an argument like others. */
function partOf(node: ExpressionNode): { readonly value: Constant } | undefined {
  for (const part of nodesOf(node)) {
    const found = part.kind === 'literal' ? undefined : constantOf(part);
    if (found) return found;
  }
  return undefined;
}

/** Where the value means the same without the braces: YAML and the shell read no more into it. */
function replace({ source }: Subject, { range, whole }: PlacedExpression, value: Constant): Fix | undefined {
  const text = String(value);
  if (!/^[A-Za-z0-9][\w./-]*$/.test(text) || !source.startsWith('${{', range.start)) return undefined;
  const plainWord = /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  if (whole && typeof value === 'string' && !plainWord) return undefined;
  return { title: `Write ${quote(text)}`, safety: 'review', edits: [{ range, text }] };
}
