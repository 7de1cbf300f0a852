import type { HclBlock } from '../../../documents/terraform.ts';
import type { Path, Row } from './row.ts';

/** The path of a row in a resource, whose type may keep what the row speaks of deeper inside. */
export function pathIn(
  { behind }: Pick<Exclude<Row, { type: 'ingress' }>, 'behind'>,
  block: HclBlock,
  path: Path,
): Path {
  const steps = behind?.[block.labels[0]?.text ?? ''] ?? [];
  return [...steps, ...path] as unknown as Path;
}
