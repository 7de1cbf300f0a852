import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isBuiltOn, isCopiedFrom } from './stages/is-copied-from.ts';
import { stageChain } from './stages/stage-chain.ts';
import { isRoot } from './users/final-user.ts';
import { isPlatformImage } from './users/user-of-image.ts';

export const lastUserRoot: Rule<DockerfileDocument> = {
  id: 'last-user-root',
  kinds: ['dockerfile'],
  title: 'A further build target goes back to root',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    hadolint: ['DL3002'],
    checkov: ['CKV_DOCKER_8'],
    kics: ['67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae'],
    semgrep: ['last-user-is-root'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    if (/(^|\/)\.devcontainer\//.test(path)) return;
    for (const stage of view.stages.slice(0, -1)) {
      if (!isTarget(stage, view.stages) || isPlatformImage(stage.from)) continue;
      const users = stageChain(stage, view.stages).toReversed().flatMap(usersOf);
      const last = users.at(-1);
      if (!last || !stage.instructions.includes(last) || !isRoot(userOf(last))) continue;
      const dropped = users.findLast((user) => !isRoot(userOf(user)));
      if (dropped) yield problem(stage, last, dropped);
    }
  },
};

/** Nothing else of the file uses the stage, and it says what to start: it is built with `--target`. */
function isTarget(stage: DockerStage, stages: readonly DockerStage[]): boolean {
  const isUsed = isCopiedFrom(stage, stages) || isBuiltOn(stage, stages);
  return !isUsed && stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
}

function usersOf({ instructions }: DockerStage): readonly DockerInstruction[] {
  return instructions.filter(({ keyword }) => keyword === 'USER');
}

function userOf({ args }: DockerInstruction): string {
  return args[0]?.text ?? '';
}

function problem(stage: DockerStage, last: DockerInstruction, dropped: DockerInstruction): Observation {
  return {
    range: last.range,
    key: `${stage.key}/USER`,
    message: {
      what: `The build target ${quote(stage.key)} drops to ${quote(userOf(dropped))} and then ends as ${quote(userOf(last))}.`,
      why: 'Images built with this target run as root, although the file looks as if they did not.',
      remedy: `Set ${quote(`USER ${userOf(dropped)}`)} again after the steps that need root.`,
    },
  };
}
