import { attribute, blocksOf, type HclExpression, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AddressedExpression, addressedExpressions } from './language/addressed-expressions.ts';

export const emptyListComparison: Rule<TerraformModule> = {
  id: 'empty-list-comparison',
  kinds: ['terraform'],
  title: 'Compared with an empty list',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { tflint: ['terraform_empty_list_equality'] },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module) {
    const types = variableTypes(module);
    for (const document of module.documents)
      for (const one of addressedExpressions(document)) yield* problems(one, document, types);
  },
};

function* problems(
  { address, expression, text }: AddressedExpression,
  { path, source }: TerraformDocument,
  types: ReadonlyMap<string, string>,
): Generator<Problem> {
  if (expression.kind !== 'binary' || !/^[!=]=$/.test(expression.operator)) return;
  const { left, right, operator, range } = expression;
  const compared = isEmptyList(right) ? left : isEmptyList(left) ? right : undefined;
  const sort = compared && sortOf(compared, types);
  if (!compared || sort === undefined) return;
  const better = `length(${source.slice(compared.range.start, compared.range.end)}) ${operator} 0`;
  yield {
    path,
    range,
    key: `${address}/${text}`,
    ...(sort === 'declared' ? { confidence: 'certain' } : {}),
    message: {
      what: `${quote(text)} is always ${operator === '==' ? 'false' : 'true'}.`,
      why: `${quote('[]')} is a tuple, and a list or set is never equal to a tuple, not even an empty one: the case that is asked for here never comes.`,
      remedy: `Ask for its length: ${quote(better)}.`,
    },
    fix: { title: 'Compare its length', safety: 'review', edits: [{ path, range, text: better }] },
  };
}

function isEmptyList(value: HclExpression): boolean {
  return value.kind === 'list' && value.items.length === 0;
}

/** Declared types of variables, as they are written. */
function variableTypes({ documents }: TerraformModule): ReadonlyMap<string, string> {
  return new Map(
    documents.flatMap(({ view, source }) =>
      blocksOf(view, 'variable').flatMap((block) => {
        const type = attribute(block, 'type')?.value.range;
        const name = block.labels[0]?.text;
        return type && name !== undefined ? [[name, source.slice(type.start, type.end)] as const] : [];
      }),
    ),
  );
}

/** Functions whose result is a list or a set, whatever they are given. */
const MAKES_LIST = new Set([
  'tolist',
  'toset',
  'compact',
  'split',
  'sort',
  'setunion',
  'setintersection',
  'setsubtract',
]);

/**
 * How sure it is that a value is a list or set and no tuple: by a variable's type or a function, or by the schema of a
 * resource; undefined where it may be a tuple, as a local value or a variable of any type.
 */
function sortOf(value: HclExpression, types: ReadonlyMap<string, string>): 'declared' | 'schema' | undefined {
  if (value.kind === 'call') return MAKES_LIST.has(value.name) ? 'declared' : undefined;
  if (value.kind !== 'reference') return undefined;
  const [root = '', name = ''] = value.path;
  if (root === 'var') return isTyped(types.get(name), value.path.length === 2) ? 'declared' : undefined;
  return root === 'data' || /^[a-z0-9]+_/.test(root) ? 'schema' : undefined;
}

/** A variable that is a list itself, or an object that has one. */
function isTyped(type: string | undefined, isWhole: boolean): boolean {
  if (type === undefined || /\b(any|tuple)\b/.test(type)) return false;
  return isWhole ? /^\s*(list|set)\(/.test(type) : /\b(list|set)\(/.test(type);
}
