import type { DockerImage, DockerStage } from '../../../documents/dockerfile.ts';
import { stageChain } from './stage-chain.ts';

/** The image from elsewhere that a stage is built on in the end. */
export function finalImage(stage: DockerStage, stages: readonly DockerStage[]): DockerImage {
  return (stageChain(stage, stages).at(-1) ?? stage).from;
}
