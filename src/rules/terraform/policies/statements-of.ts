import {
  attribute,
  blocksOf,
  type HclBlock,
  type HclExpression,
  type TerraformDocument,
} from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Range } from '../../../types.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { type PolicyNode, policyNode, textsOf } from './policy-node.ts';
import type { PolicyCondition, Statement } from './statement.ts';

/** The statements of a policy that an attribute holds, or the data source that it refers to. Empty where it is not known. */
export function statementsOf(
  expression: HclExpression,
  document: TerraformDocument,
  module: TerraformModule,
  scope: ModuleScope,
): readonly Statement[] {
  if (expression.kind === 'reference' && expression.path[1] === 'aws_iam_policy_document') {
    const name = expression.path[2];
    return policyDocuments(module).flatMap(({ block, document }) =>
      block.labels[1]?.text === name ? statementsOfBlock(block, document, scope) : [],
    );
  }
  const node = policyNode(expression, scope);
  const isEncoded = expression.kind === 'call';
  const statements = node.kind === 'object' ? node.entries.get('Statement') : undefined;
  const items = statements?.kind === 'list' ? statements.items : statements ? [statements] : [];
  return items.flatMap((item) => (item.kind === 'object' ? [fromObject(item, document, isEncoded)] : []));
}

/** The `aws_iam_policy_document` data sources of a module. */
export function policyDocuments(
  module: TerraformModule,
): readonly { readonly block: HclBlock; readonly document: TerraformDocument }[] {
  return module.documents.flatMap((document) =>
    blocksOf(document.view, 'data').flatMap((block) =>
      block.labels[0]?.text === 'aws_iam_policy_document' ? [{ block, document }] : [],
    ),
  );
}

function fromObject(node: PolicyNode & { kind: 'object' }, document: TerraformDocument, isEncoded: boolean): Statement {
  const get = (name: string) => node.entries.get(name);
  // A text is anchored as a whole: only the line it begins on.
  const line = (range: Range): Range => (isEncoded ? range : firstLine(document.source, range));
  const at = (name: string) => line(get(name)?.range ?? node.range);
  const effect = get('Effect');
  return {
    effect: effect?.kind === 'text' ? effect.text : '',
    actions: textsOf(get('Action')),
    resources: textsOf(get('Resource')),
    isInverted: node.entries.has('NotAction') || node.entries.has('NotResource') || node.entries.has('NotPrincipal'),
    principals: principalsOf(get('Principal')),
    conditions: conditionsOf(get('Condition'), line),
    document,
    range: line(node.range),
    at: { actions: at('Action'), resources: at('Resource'), principals: at('Principal'), conditions: at('Condition') },
  };
}

function firstLine(source: string, { start, end }: Range): Range {
  const lineEnd = source.indexOf('\n', start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}

function principalsOf(node: PolicyNode | undefined): Statement['principals'] {
  if (node === undefined) return [];
  if (node.kind === 'text') return [{ type: node.text, id: node.text }];
  if (node.kind !== 'object') return undefined;
  const lists = [...node.entries].map(([type, ids]) => textsOf(ids)?.map((id) => ({ type, id })));
  return lists.some((list) => list === undefined) ? undefined : lists.flatMap((list) => list ?? []);
}

function conditionsOf(node: PolicyNode | undefined, line: (range: Range) => Range): Statement['conditions'] {
  if (node === undefined) return [];
  if (node.kind !== 'object') return undefined;
  return [...node.entries].flatMap(([test, variables]): PolicyCondition[] => {
    if (variables.kind !== 'object') return [{ test, variable: '', values: undefined, range: line(variables.range) }];
    return [...variables.entries].map(([variable, values]) => ({
      test,
      variable,
      values: textsOf(values),
      range: line(values.range),
    }));
  });
}

/** The statements of an `aws_iam_policy_document`. */
export function statementsOfBlock(
  block: HclBlock,
  document: TerraformDocument,
  scope: ModuleScope,
): readonly Statement[] {
  return blocksOf(block, 'statement').map((statement) => fromBlock(statement, document, scope));
}

function fromBlock(block: HclBlock, document: TerraformDocument, scope: ModuleScope): Statement {
  const list = (of: HclBlock, name: string) => {
    const given = attribute(of, name);
    return given ? textsOf(policyList(given.value, scope)) : [];
  };
  const at = (name: string) => attribute(block, name)?.range ?? block.headerRange;
  const principals = blocksOf(block, 'principals');
  const conditions = blocksOf(block, 'condition');
  const effect = attribute(block, 'effect');
  return {
    effect: effect ? (list(block, 'effect')?.[0] ?? '') : 'Allow',
    actions: list(block, 'actions'),
    resources: list(block, 'resources'),
    isInverted:
      ['not_actions', 'not_resources'].some((name) => attribute(block, name)) ||
      blocksOf(block, 'not_principals').length > 0,
    principals: isMadeElsewhere(block, 'principals') ? undefined : principalsOfBlocks(principals, list),
    conditions: isMadeElsewhere(block, 'condition')
      ? undefined
      : conditions.map((one) => ({
          test: list(one, 'test')?.[0] ?? '',
          variable: list(one, 'variable')?.[0] ?? '',
          values: list(one, 'values'),
          range: attribute(one, 'values')?.range ?? one.headerRange,
        })),
    document,
    range: block.headerRange,
    at: {
      actions: at('actions'),
      resources: at('resources'),
      principals: (principals[0] && attribute(principals[0], 'identifiers')?.range) ?? block.headerRange,
      conditions: conditions[0]?.headerRange ?? block.headerRange,
    },
  };
}

function policyList(value: HclExpression, scope: ModuleScope): PolicyNode {
  if (value.kind !== 'list') return scalar(value, scope);
  return { kind: 'list', items: value.items.map((item) => scalar(item, scope)), range: value.range };
}

/** `jsonencode` of a value is the value: one reader for both. */
function scalar(value: HclExpression, scope: ModuleScope): PolicyNode {
  return policyNode(
    { kind: 'call', name: 'jsonencode', nameRange: value.range, args: [value], range: value.range },
    scope,
  );
}

/** By a `dynamic` block, or as the attribute that it was long ago: `principals = { ... }`. */
function isMadeElsewhere(block: HclBlock, name: string): boolean {
  const isDynamic = blocksOf(block, 'dynamic').some(({ labels }) => labels[0]?.text === name);
  return isDynamic || attribute(block, name) !== undefined;
}

function principalsOfBlocks(
  blocks: readonly HclBlock[],
  list: (of: HclBlock, name: string) => readonly string[] | undefined,
): Statement['principals'] {
  const lists = blocks.map((one) => {
    const [type = ''] = list(one, 'type') ?? [];
    return list(one, 'identifiers')?.map((id) => ({ type, id }));
  });
  return lists.some((one) => one === undefined) ? undefined : lists.flatMap((one) => one ?? []);
}
