import type { ExpressionNode } from '../../../documents/workflow/expression.ts';

/** What is wrong with a `format()` call whose pattern is a literal; undefined when nothing is. */
export function formatProblem(node: ExpressionNode): string | undefined {
  if (node.kind !== 'call' || node.name !== 'format') return undefined;
  const [pattern, ...values] = node.args;
  if (pattern?.kind !== 'literal' || typeof pattern.value !== 'string') return undefined;
  const plain = pattern.value.replaceAll('{{', '').replaceAll('}}', '');
  const used = new Set([...plain.matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1])));
  const missing = [...used].find((index) => index >= values.length);
  if (missing !== undefined) return `\`{${missing}}\` of the format has no value`;
  const unused = values.findIndex((_, index) => !used.has(index));
  return unused < 0 ? undefined : `value number ${unused + 1} of the format is used nowhere`;
}
