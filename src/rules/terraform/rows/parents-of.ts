import { attribute, blocksOf, type HclBlock, type HclExpression } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';
import type { Path } from './row.ts';

interface Parents {
  readonly blocks: readonly HclBlock[];
  /** A `dynamic` block or an expression makes some of them: how many, and with what, is not known. */
  readonly isDynamic: boolean;
  /** Blocks in which the next step is missing, with what is missing in them. */
  readonly lacking: readonly { readonly block: HclBlock; readonly path: Path }[];
}

/** The blocks that hold the attribute at the end of a path; the last step is its name. */
export function parentsOf(block: HclBlock, path: Path): Parents {
  return blocksAt(block, path.slice(0, -1), path);
}

/** The blocks at the end of a path of block names. */
export function blocksAt(block: HclBlock, steps: readonly string[], path: readonly string[] = steps): Parents {
  let blocks: readonly HclBlock[] = [block];
  let isDynamic = false;
  const lacking: { block: HclBlock; path: Path }[] = [];
  for (const [i, step] of steps.entries()) {
    const next = blocks.map((one) => ({ one, ...children(one, step) }));
    isDynamic ||= next.some((child) => child.isDynamic);
    const rest = path.slice(i);
    for (const child of next) {
      if (child.blocks.length === 0 && !child.isDynamic)
        lacking.push({ block: child.one, path: rest as unknown as Path });
    }
    blocks = next.flatMap((child) => child.blocks);
  }
  return { blocks, isDynamic, lacking };
}

/** Blocks of a name, also as older code writes them: `versioning = { enabled = true }`, `ingress = [{ ... }]`. */
function children(
  block: HclBlock,
  name: string,
): { readonly blocks: readonly HclBlock[]; readonly isDynamic: boolean } {
  const value = attribute(block, name);
  const objects = value ? objectsOf(value.value) : [];
  const dynamic = blocksOf(block, 'dynamic').some(({ labels }) => labels[0]?.text === name);
  return {
    blocks: [
      ...blocksOf(block, name),
      ...(objects === 'unknown'
        ? []
        : objects.map((object) => toBlock(name, object, value?.nameRange ?? object.range))),
    ],
    isDynamic: dynamic || objects === 'unknown',
  };
}

type HclObject = HclExpression & { kind: 'object' };

function objectsOf(value: HclExpression): readonly HclObject[] | 'unknown' {
  if (value.kind === 'object') return [value];
  if (value.kind !== 'list') return 'unknown';
  const objects = value.items.filter((item): item is HclObject => item.kind === 'object');
  return objects.length === value.items.length ? objects : 'unknown';
}

function toBlock(type: string, object: HclObject, nameRange: Range): HclBlock {
  const attributes = object.entries.flatMap(({ name, key, value, range }) =>
    name === undefined ? [] : [{ name, nameRange: key.range, value, range }],
  );
  const { start, end } = object.range;
  return {
    type,
    typeRange: nameRange,
    labels: [],
    range: object.range,
    headerRange: nameRange,
    bodyRange: { start: start + 1, end: end - 1 },
    attributes,
    blocks: [],
  };
}
