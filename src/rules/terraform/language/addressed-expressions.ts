import { expressions, type HclBlock, type HclNode, type TerraformDocument } from '../../../documents/terraform.ts';

export interface AddressedExpression extends HclNode {
  /** Of the block at the top of the file: `aws_instance.web`, `variable.size`, `locals`. */
  readonly address: string;
  /** As it is written. */
  readonly text: string;
}

const known = new WeakMap<TerraformDocument, readonly AddressedExpression[]>();

/**
 * The expressions of a file, as written in HCL: in JSON they stand inside of strings, where nothing of their form can
 * be told and much of it must be as it is. Collected once per file: several rules ask for them.
 */
export function addressedExpressions(document: TerraformDocument): readonly AddressedExpression[] {
  const found = known.get(document) ?? collect(document);
  known.set(document, found);
  return found;
}

function collect({ view, source, path }: TerraformDocument): readonly AddressedExpression[] {
  if (path.endsWith('.json')) return [];
  const addressed = (address: string, nodes: readonly HclNode[]): readonly AddressedExpression[] =>
    nodes.map((node) => ({
      ...node,
      address,
      text: source.slice(node.expression.range.start, node.expression.range.end),
    }));
  return [
    ...view.attributes.flatMap((one) => addressed(one.name, expressions({ attributes: [one], blocks: [] }))),
    ...view.blocks.flatMap((block) => addressed(blockAddress(block), expressions(block))),
  ];
}

/** A block by its names, as Terraform does where it has a way: `aws_instance.web`, `data.aws_ami.base`, `variable.size`. */
export function blockAddress({ type, labels }: HclBlock): string {
  const names = labels.map(({ text }) => text);
  return (type === 'resource' ? names : [type, ...names]).join('.');
}
