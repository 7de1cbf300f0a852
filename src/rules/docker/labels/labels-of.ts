import type { DockerPair, DockerStage } from '../../../documents/dockerfile.ts';

/** The labels that a stage sets. */
export function labelsOf({ instructions }: DockerStage): readonly DockerPair[] {
  return instructions.flatMap(({ keyword, pairs }) => (keyword === 'LABEL' ? pairs : []));
}
