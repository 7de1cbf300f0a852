import { type ExpressionNode, expressionsIn, parseExpression } from '../../../documents/workflow/expression.ts';
import { expressionSpans } from '../../../documents/workflow/expression-spans.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { scalarsBelow, type YamlNode, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** An expression with its place in the file and in the tree. */
export interface PlacedExpression {
  readonly text: string;
  readonly range: Range;
  /** Of an expression in a key: that of the key's value. */
  readonly path: readonly (string | number)[];
  readonly node?: ExpressionNode;
  /** Whether it is the whole value; else GitHub makes a text of it and of what stands around it. */
  readonly whole: boolean;
}

/** Every `${{ }}` of a workflow, in keys too, and every `if:`, which is an expression without the braces too. */
export function expressionsOf(document: WorkflowDocument): readonly PlacedExpression[] {
  const found = known.get(document) ?? readExpressions(document);
  known.set(document, found);
  return found;
}

/** The first expression of the value at a path. */
export function expressionAt(document: WorkflowDocument, path: PlacedExpression['path']): PlacedExpression | undefined {
  const places =
    byPath.get(document) ??
    new Map(
      expressionsOf(document)
        .toReversed()
        .map((one) => [one.path.join('\n'), one]),
    );
  byPath.set(document, places);
  return places.get(path.join('\n'));
}

const byPath = new WeakMap<WorkflowDocument, ReadonlyMap<string, PlacedExpression>>();

/** Several rules ask for the same ones. */
const known = new WeakMap<WorkflowDocument, readonly PlacedExpression[]>();

function readExpressions({ source, view }: WorkflowDocument): PlacedExpression[] {
  const values = [...scalarsBelow(view.root)].flatMap(({ scalar, path }) => placed(source, scalar, path));
  return [...values, ...keyExpressions(source, view.root), ...bareConditions(view.root)];
}

function placed(source: string, scalar: YamlScalar, path: PlacedExpression['path']): PlacedExpression[] {
  if (!scalar.text.includes('${{')) return [];
  const [first] = expressionSpans(scalar.text);
  const whole = first?.start === 0 && first.end === scalar.text.length;
  return expressionsIn(source, scalar, path).map(({ text, range, node }) => ({
    text,
    range,
    path,
    whole,
    ...(node ? { node } : {}),
  }));
}

/** Keys seldom hold any: the path is only put together for those that do. */
function* keyExpressions(source: string, root: YamlNode): Generator<PlacedExpression> {
  for (const { key, path } of keysWithBraces(root, [])) {
    // `${{ insert }}` is no expression: it takes the keys of its value in.
    for (const one of placed(source, key, path)) if (one.text !== 'insert') yield { ...one, whole: false };
  }
}

function keysWithBraces(
  node: YamlNode,
  above: (string | number)[],
  found: { readonly key: YamlScalar; readonly path: PlacedExpression['path'] }[] = [],
): typeof found {
  if (node.type === 'list') {
    for (let i = 0; i < node.items.length; i++) below(node.items[i], i);
  } else if (node.type === 'map') {
    for (const { key, value } of node.entries) {
      if (key.text.includes('${{')) found.push({ key, path: [...above, key.text] });
      below(value, key.text);
    }
  }
  return found;

  function below(child: YamlNode | undefined, step: string | number): void {
    if (!child || child.type === 'scalar') return;
    above.push(step);
    keysWithBraces(child, above, found);
    above.pop();
  }
}

function bareConditions(root: WorkflowDocument['view']['root']): PlacedExpression[] {
  return [...scalarsBelow(root)].flatMap(({ scalar, path }) => {
    const isCondition = path.at(-1) === 'if' && path[0] === 'jobs' && (path.length === 3 || path.length === 5);
    if (!isCondition || scalar.text.includes('${{') || scalar.text.trim() === '') return [];
    const node = parseExpression(scalar.text);
    return [{ text: scalar.text.trim(), range: scalar.range, path, whole: true, ...(node ? { node } : {}) }];
  });
}
