import type { DockerfileDocument, DockerInstruction, DockerStage, DockerWord } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOnlyCopiedFrom } from './stages/is-copied-from.ts';
import { stageChain } from './stages/stage-chain.ts';

export const execFormVariable: Rule<DockerfileDocument> = {
  id: 'exec-form-variable',
  kinds: ['dockerfile'],
  title: 'Nothing fills in the variable of a command',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages.filter((one) => !isOnlyCopiedFrom(one, view.stages))) {
      const entry = lastOf(stage, view.stages, 'ENTRYPOINT');
      for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
        const command = stage.instructions.findLast((one) => one.keyword === keyword);
        if (command?.form !== 'exec' || expands(keyword === 'CMD' ? (entry ?? command) : command)) continue;
        if (keyword === 'CMD' && expands(command)) continue;
        const declared = declaredNames(stage, view.stages);
        const found = command.args.find((word) => declared.has(variableOf(word) ?? ''));
        if (found) yield problem(stage, command, found);
      }
    }
  },
};

function lastOf(stage: DockerStage, stages: readonly DockerStage[], keyword: string): DockerInstruction | undefined {
  return stageChain(stage, stages)
    .map(({ instructions }) => instructions.findLast((one) => one.keyword === keyword))
    .find((one) => one !== undefined);
}

/** Programs that fill in variables themselves, and scripts, which may. */
const EXPANDS =
  /(^|\/)((ba|da|z|k|a)?sh|pwsh|powershell|cmd(\.exe)?|java|envsubst|gomplate|dockerize|confd|execlineb|with-contenv|env|supervisord|foreman|just|make)$|\.(sh|bash|py|rb|pl|js|ps1|bat)$|entry-?point|start|run|init|launch|wrapper/i;

function expands({ form, args }: DockerInstruction): boolean {
  return (
    form !== 'exec' ||
    args.some(
      ({ text }, i) => (i === 0 && EXPANDS.test(text)) || text === '-c' || /(^|\/)((ba|da|z|k|a)?sh|java)$/.test(text),
    )
  );
}

/** `${PORT}`, alone or behind other text as in `--port=$PORT`. */
function variableOf({ text }: DockerWord): string | undefined {
  return /(?<![\\$])\$(?:\{([A-Z][A-Z0-9_]*)(?::?[-+][^}]*)?\}|([A-Z][A-Z0-9_]*))/.exec(text)?.slice(1).find(Boolean);
}

/** Names that this file gives to the stage: who writes one of them in a command means its value. */
function declaredNames(stage: DockerStage, stages: readonly DockerStage[]): ReadonlySet<string> {
  return new Set(
    stageChain(stage, stages).flatMap(({ instructions }) =>
      instructions
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(({ pairs }) => pairs.map(({ name }) => name)),
    ),
  );
}

function problem(stage: DockerStage, { keyword }: DockerInstruction, word: DockerWord): Observation {
  return {
    range: word.range,
    key: `${stage.key}/${keyword}`,
    message: {
      what: `The ${quote(keyword)} in exec form passes ${quote(word.text)} as it stands.`,
      why: 'Only a shell fills in variables, and exec form starts none: the program gets the dollar sign and the name.',
      remedy: `Start a shell that makes way for the program, as ${quote('["sh", "-c", "exec program --port \\"$PORT\\""]')}, or let the program read its environment.`,
    },
  };
}
