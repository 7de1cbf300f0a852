import type { DockerfileDocument, DockerImage, DockerInstruction, DockerStage } from '../../../documents/dockerfile.ts';

import { type ImageUser, isPlatformImage, userOfImage } from './user-of-image.ts';

/** Who a container of the image that a Dockerfile builds runs as. */
export interface FinalUser {
  /** `exempt` where that is decided elsewhere: scratch, functions, development containers, an entry point that drops root. */
  readonly user: ImageUser | 'exempt';
  readonly stage: DockerStage;
  /** The stages it is built on, itself first. */
  readonly chain: readonly DockerStage[];
  /** The image below all of them. */
  readonly image: DockerImage;
  /** The last USER, where there is one. */
  readonly instruction?: DockerInstruction;
}

const DROPS_ROOT = /\b(gosu|su-exec|setpriv|runuser|s6-setuidgid|s6-overlay|chpst|fixuid|start-stop-daemon)\b/;

/** Undefined for a file without stages. */
export function finalUser({ path, view }: DockerfileDocument): FinalUser | undefined {
  const stage = view.stages.at(-1);
  if (!stage) return undefined;
  const chain = chainOf(stage, view.stages);
  const image = (chain.at(-1) ?? stage).from;
  const instruction = chain.map(lastUser).find((one) => one !== undefined);
  return {
    user: userOf(path, chain, image, instruction),
    stage,
    chain,
    image,
    ...(instruction ? { instruction } : {}),
  };
}

/** `root`, `0`, `root:wheel`; a variable is not. */
export function isRoot(user: string): boolean {
  return /^["']?(root|0)(:.*)?["']?$/.test(user);
}

function chainOf(stage: DockerStage, stages: readonly DockerStage[]): readonly DockerStage[] {
  const below = stage.from.stageRef === undefined ? undefined : stages[stage.from.stageRef];
  return below && below.index < stage.index ? [stage, ...chainOf(below, stages)] : [stage];
}

function lastUser(stage: DockerStage): DockerInstruction | undefined {
  return stage.instructions.findLast(({ keyword }) => keyword === 'USER');
}

function userOf(
  path: string,
  chain: readonly DockerStage[],
  image: DockerImage,
  instruction: DockerInstruction | undefined,
): FinalUser['user'] {
  if (/(^|\/)\.devcontainer\//.test(path) || isPlatformImage(image)) return 'exempt';
  const name = instruction?.args[0]?.text;
  if (name !== undefined && !isRoot(name)) return 'other';
  if (chain.some(({ instructions }) => instructions.some(({ rawText }) => DROPS_ROOT.test(rawText)))) return 'exempt';
  if (name !== undefined) return 'root';
  return image.image === 'scratch' ? 'exempt' : userOfImage(image);
}
