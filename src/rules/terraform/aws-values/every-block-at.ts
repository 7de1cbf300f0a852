import { blocksOf, type HclBlock } from '../../../documents/terraform.ts';
import { blocksAt } from '../rows/parents-of.ts';

/** The blocks at the end of a path of names, also what `dynamic` blocks of these names write. */
export function everyBlockAt(block: HclBlock, steps: readonly string[]): readonly HclBlock[] {
  let blocks: readonly HclBlock[] = [block];
  for (const step of steps) blocks = blocks.flatMap((one) => [...blocksAt(one, [step]).blocks, ...made(one, step)]);
  return blocks;
}

function made(block: HclBlock, name: string): readonly HclBlock[] {
  const dynamic = blocksOf(block, 'dynamic').filter(({ labels }) => labels[0]?.text === name);
  return dynamic.flatMap((one) => blocksOf(one, 'content'));
}
