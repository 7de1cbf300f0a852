import type { DockerStage } from '../../../documents/dockerfile.ts';

/** The stages that a stage is built on, itself first. */
export function stageChain(stage: DockerStage, stages: readonly DockerStage[]): readonly DockerStage[] {
  const below = stage.from.stageRef === undefined ? undefined : stages[stage.from.stageRef];
  return below && below.index < stage.index ? [stage, ...stageChain(below, stages)] : [stage];
}

/** The stages whose layers are in the image that the file builds. */
export function finalChain(stages: readonly DockerStage[]): readonly DockerStage[] {
  const last = stages.at(-1);
  return last ? stageChain(last, stages) : [];
}
