import { contextPaths, type ExpressionNode, parseExpression } from '../../../documents/workflow/expression.ts';
import { expressionSpans } from '../../../documents/workflow/expression-spans.ts';
import type { YamlNode } from '../../../documents/yaml/yaml-node.ts';

/** The token of the run, by the name it has as a secret. */
export const RUN_TOKEN = 'GITHUB_TOKEN';

/** The secrets that a value is made of, in upper case; each once. */
export function secretsIn(value: YamlNode | undefined): readonly string[] {
  if (value?.type !== 'scalar' || !/secrets|token/i.test(value.text)) return [];
  const nodes = expressionSpans(value.text).map(({ start, end }) =>
    parseExpression(value.text.slice(start + 3, end - 2).trim()),
  );
  return [...new Set(nodes.flatMap(secretsOf))];
}

/** The secrets that an expression names, in upper case. */
export function secretsOf(node: ExpressionNode | undefined): readonly string[] {
  return [...contextPaths(node)].flatMap(([context, name]) => {
    if (context === 'github' && name === 'token') return [RUN_TOKEN];
    return context === 'secrets' && name !== undefined && name !== '[]' && name !== '*' ? [name.toUpperCase()] : [];
  });
}
