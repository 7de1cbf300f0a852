import {
  attribute,
  blocksOf,
  type HclBlock,
  type HclExpression,
  type TerraformDocument,
} from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import { isSwitchedOff, resourcesOf } from '../modules/addressed-blocks.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { policyDocuments } from '../policies/statements-of.ts';

/** A policy that IAM stores, and where it is written. */
export interface IamDocument {
  /** Of the resource that holds it. */
  readonly address: string;
  readonly type: string;
  readonly document: TerraformDocument;
  /** What the attribute says; the data source that it refers to, where it refers to one. */
  readonly source:
    | { readonly kind: 'expression'; readonly value: HclExpression }
    | { readonly kind: 'data'; readonly block: HclBlock; readonly name: string };
}

const HOLDERS: Readonly<Record<string, string>> = {
  aws_iam_policy: 'policy',
  aws_iam_role_policy: 'policy',
  aws_iam_user_policy: 'policy',
  aws_iam_group_policy: 'policy',
  aws_iam_role: 'assume_role_policy',
};

/** The policies of users, groups and roles of a module: those, unlike the policies of buckets and keys, go to IAM. */
export function iamDocuments(module: TerraformModule, scope: ModuleScope): readonly IamDocument[] {
  return resourcesOf(module, Object.keys(HOLDERS)).flatMap(({ block, document, address }): IamDocument[] => {
    const type = block.labels[0]?.text ?? '';
    const value = attribute(block, HOLDERS[type] ?? '')?.value;
    if (!value || isSwitchedOff(block, scope)) return [];
    const data = value.kind === 'reference' ? dataSource(value.path, module) : undefined;
    if (data) return [{ address, type, ...data }];
    return [{ address, type, document, source: { kind: 'expression', value } }];
  });
}

/** `data.aws_iam_policy_document.x.json`, unless other documents are merged into it. */
function dataSource(
  path: readonly string[],
  module: TerraformModule,
): Pick<IamDocument, 'document' | 'source'> | undefined {
  const [root, type, name] = path;
  if (root !== 'data' || type !== 'aws_iam_policy_document' || name === undefined) return undefined;
  const found = policyDocuments(module).find(({ block }) => block.labels[1]?.text === name);
  const isWhole = found && !blocksOf(found.block, 'dynamic').length;
  return isWhole ? { document: found.document, source: { kind: 'data', block: found.block, name } } : undefined;
}
