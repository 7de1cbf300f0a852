import type { PlacedExpression } from './expressions-of.ts';

/** What GitHub writes as the word `Object` or `Array` where a text is asked for. */
const OBJECTS = [
  /^(github|env|vars|secrets|needs|steps|matrix|inputs|job|jobs|runner|strategy)$/,
  /^github\.event$/,
  /^(needs|steps)\.[\w-]+(\.outputs)?$/,
  /^job\.(container|services)$/,
];

/** Places where the value of an expression becomes text: scripts, names, and the values of `env` and `with`. */
export function isWholeObject({ text, path, node }: PlacedExpression): boolean {
  if (node?.kind !== 'context' || !isText(path)) return false;
  return node.path.at(-1) === '*' || node.path.includes('*') || OBJECTS.some((pattern) => pattern.test(text));
}

function isText(path: readonly (string | number)[]): boolean {
  const [last, parent] = [path.at(-1), path.at(-2)];
  if (parent === 'env' || parent === 'with') return true;
  return path.includes('steps') && (last === 'run' || last === 'name');
}
