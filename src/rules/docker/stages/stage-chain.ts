import type { DockerStage } from '../../../documents/dockerfile.ts';

/** The stages that a stage is built on, itself first. */
export function stageChain(stage: DockerStage, stages: readonly DockerStage[]): readonly DockerStage[] {
  const chain: DockerStage[] = [];
  for (let next: DockerStage | undefined = stage; next; ) {
    chain.push(next);
    const below: DockerStage | undefined = next.from.stageRef === undefined ? undefined : stages[next.from.stageRef];
    next = below && below.index < next.index ? below : undefined;
  }
  return chain;
}

/** The stages whose layers are in the image that the file builds. */
export function finalChain(stages: readonly DockerStage[]): readonly DockerStage[] {
  const last = stages.at(-1);
  return last ? stageChain(last, stages) : [];
}
