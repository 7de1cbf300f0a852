import type { DockerfileView, DockerStage } from '../../../documents/dockerfile.ts';
import { stageChain } from '../stages/stage-chain.ts';

/** Names that ARG and ENV give to the stages below a stage, and so to the stage itself. */
export function inheritedVariables(
  stage: DockerStage,
  { stages }: Pick<DockerfileView, 'stages'>,
): ReadonlySet<string> {
  return new Set(
    stageChain(stage, stages)
      .slice(1)
      .flatMap(({ instructions }) => instructions.flatMap(({ pairs, keyword }) => (keyword === 'LABEL' ? [] : pairs)))
      .map(({ name }) => name),
  );
}
