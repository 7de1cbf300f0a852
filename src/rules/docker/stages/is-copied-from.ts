import type { DockerStage } from '../../../documents/dockerfile.ts';
import { stageReferences } from './stage-references.ts';

/** Others take files from the stage and nothing builds on it: what it would start makes no difference. */
export function isOnlyCopiedFrom(stage: DockerStage, stages: readonly DockerStage[]): boolean {
  return isCopiedFrom(stage, stages) && !stages.some(({ from }) => from.stageRef === stage.index);
}

/** By its name, or by its number. */
export function isCopiedFrom(stage: DockerStage, stages: readonly DockerStage[]): boolean {
  return stages.some((other) =>
    stageReferences(other).some(
      ({ name }) => name.toLowerCase() === stage.key.toLowerCase() || name === `${stage.index}`,
    ),
  );
}
