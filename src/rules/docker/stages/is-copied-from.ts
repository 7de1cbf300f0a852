import type { DockerStage } from '../../../documents/dockerfile.ts';
import { stageReferences } from './stage-references.ts';

/** Others take files from the stage and nothing builds on it: what it would start makes no difference. */
export function isOnlyCopiedFrom(stage: DockerStage, stages: readonly DockerStage[]): boolean {
  return isCopiedFrom(stage, stages) && !isBuiltOn(stage, stages);
}

/** By its name, or by its number. */
export function isCopiedFrom({ key, index }: DockerStage, stages: readonly DockerStage[]): boolean {
  const { copied } = usesOf(stages);
  return copied.has(key.toLowerCase()) || copied.has(`${index}`);
}

/** Another stage begins with it. */
export function isBuiltOn({ index }: DockerStage, stages: readonly DockerStage[]): boolean {
  return usesOf(stages).bases.has(index);
}

interface StageUses {
  /** Names and numbers, in lower case. */
  readonly copied: ReadonlySet<string>;
  readonly bases: ReadonlySet<number | undefined>;
}

/** Asked for every stage; a file may have thousands. */
const known = new WeakMap<readonly DockerStage[], StageUses>();

function usesOf(stages: readonly DockerStage[]): StageUses {
  const uses = known.get(stages) ?? {
    copied: new Set(stages.flatMap(stageReferences).map(({ name }) => name.toLowerCase())),
    bases: new Set(stages.map(({ from }) => from.stageRef)),
  };
  known.set(stages, uses);
  return uses;
}
