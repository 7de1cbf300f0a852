import { expressionSpans } from '../../documents/workflow/expression-spans.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const conditionAlwaysTrue: Rule<WorkflowDocument> = {
  id: 'condition-always-true',
  kinds: ['workflow'],
  title: 'A condition that is always true',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    actionlint: ['if-cond'],
    zizmor: ['unsound-condition'],
    poutine: ['if_always_true'],
    codeql: ['actions/if-expression-always-true/critical', 'actions/if-expression-always-true/high'],
    sisakulint: ['cond'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const conditions = view.jobs.flatMap((job) => [
      { scalar: job.if, key: job.id },
      ...job.steps.map((step) => ({ scalar: step.if, key: `${job.id}/${step.key}` })),
    ]);
    for (const { scalar, key } of conditions) {
      if (!scalar || !hasTextBesideExpression(scalar.text)) continue;
      const fix = unwrap(scalar);
      yield {
        range: scalar.range,
        key,
        message: {
          what: `${quote(scalar.text)} is a text, because there is more in it than one expression.`,
          why: `A text that is not empty is true, so this runs whatever the condition says${scalar.text.endsWith('\n') ? '; the line break that `|` keeps is enough' : ''}.`,
          remedy: 'Write the whole condition without `${{ }}`, or all of it inside one pair.',
        },
        ...(fix ? { fix } : {}),
      };
    }
  },
};

/** GitHub evaluates an `if` as an expression only where it is nothing else, white space included. */
function hasTextBesideExpression(text: string): boolean {
  const spans = expressionSpans(text);
  if (spans.length === 0) return false;
  const [first] = spans;
  return spans.length > 1 || first?.start !== 0 || first.end !== text.length;
}

/** Takes the braces off, where the rest is a condition on one line. */
function unwrap({ style, text, contentRange }: YamlScalar): Fix | undefined {
  if (style !== 'plain' || text.includes('\n')) return undefined;
  const bare = text.replace(/\$\{\{\s*([^'{}]*(?:'[^']*'[^'{}]*)*)\}\}/g, (_, inside: string) =>
    /&&|\|\|/.test(inside) ? `(${inside.trim()})` : inside.trim(),
  );
  if (bare.includes('${{') || /^[!&*[\]{}|>@`"'%#-]/.test(bare) || /: | #/.test(bare)) return undefined;
  return {
    title: 'Write the condition without braces',
    safety: 'review',
    edits: [{ range: contentRange, text: bare }],
  };
}
