import type { DockerfileView } from '../../../documents/dockerfile.ts';

/** Longer than any that people write: rules that compare its parts with each other would take too long. */
export function isOversized({ instructions }: DockerfileView): boolean {
  return instructions.length > 1000;
}
