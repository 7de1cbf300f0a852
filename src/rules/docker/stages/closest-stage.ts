import type { DockerStage } from '../../../documents/dockerfile.ts';
import { closestName } from '../names/closest-name.ts';

/** The name of the only stage that a misspelt name can mean. */
export function closestStage(name: string, stages: readonly DockerStage[]): string | undefined {
  return closestName(
    name,
    stages.flatMap((stage) => stage.name ?? []),
  );
}
