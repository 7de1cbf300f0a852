import type { ModuleScope } from '../modules/module-scope.ts';
import { UNKNOWN_PART } from '../modules/text-of.ts';
import { type PolicyNode, policyNode } from '../policies/policy-node.ts';
import { statementsOfBlock } from '../policies/statements-of.ts';
import type { IamDocument } from './iam-documents.ts';

/** Characters that IAM counts, those at least that are known: spaces and line ends do not count. */
export function policyLength({ source, document }: IamDocument, scope: ModuleScope): number {
  if (source.kind === 'expression') return lengthOf(policyNode(source.value, scope));
  const statements = statementsOfBlock(source.block, document, scope);
  return statements.reduce(
    (sum, { actions, resources }) => sum + STATEMENT + listLength(actions) + listLength(resources),
    '{"Version":"2012-10-17","Statement":[]}'.length,
  );
}

const STATEMENT = '{"Effect":"Allow","Action":,"Resource":}'.length;

function listLength(texts: readonly string[] | undefined): number {
  return (texts ?? []).reduce((sum, text) => sum + textLength(text) + 1, 0);
}

function lengthOf(node: PolicyNode): number {
  if (node.kind === 'text') return textLength(node.text);
  if (node.kind === 'list') return node.items.reduce((sum, item) => sum + lengthOf(item) + 1, 1);
  if (node.kind === 'unknown') return 0;
  return [...node.entries].reduce((sum, [name, value]) => sum + textLength(name) + lengthOf(value) + 2, 1);
}

/** With its quotes. */
function textLength(text: string): number {
  return text.replaceAll(UNKNOWN_PART, '').replace(/\s/g, '').length + 2;
}
