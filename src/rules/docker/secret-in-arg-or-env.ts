import type { DockerfileDocument, DockerInstruction, DockerPair, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { isSecretName } from '../is-secret-name.ts';
import { judgeSecretValue } from '../judge-secret-value.ts';
import { quote } from '../quote.ts';

export const secretInArgOrEnv: Rule<DockerfileDocument> = {
  id: 'secret-in-arg-or-env',
  kinds: ['dockerfile'],
  title: 'A secret is part of the image',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    hadolint: ['DL3064'],
    buildkit: ['SecretsUsedInArgOrEnv'],
    trivy: ['DS-0031', 'DS031', 'AVD-DS-0031'],
    semgrep: ['secret-in-build-arg'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const stages: readonly (readonly [string, DockerStage['instructions']])[] = [
      [
        'global',
        view.instructions.slice(
          0,
          view.instructions.findIndex(({ keyword }) => keyword === 'FROM'),
        ),
      ],
      ...view.stages.map(({ key, instructions }) => [key, instructions] as const),
    ];
    for (const [stage, instructions] of stages) {
      const args = new Set(instructions.filter(({ keyword }) => keyword === 'ARG').flatMap(namesOf));
      for (const instruction of instructions) {
        if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') continue;
        for (const pair of instruction.pairs) {
          const how = exposureOf(pair, instruction, args);
          if (how) yield problem(stage, instruction, pair, how);
        }
      }
    }
  },
};

type Exposure = 'argument' | 'weak' | 'strong';

/** A literal, or a build argument that ENV keeps for everybody. An ARG without a value gives nothing away by itself. */
function exposureOf(
  { name, value }: DockerPair,
  { keyword }: DockerInstruction,
  args: ReadonlySet<string>,
): Exposure | undefined {
  if (value === undefined || !isSecretName(name)) return undefined;
  const variable = /^\$(?:\{(\w+)\}|(\w+))$/.exec(value);
  const argument = variable?.[1] ?? variable?.[2];
  if (argument !== undefined) return keyword === 'ENV' && args.has(argument) ? 'argument' : undefined;
  const judged = judgeSecretValue(value);
  return judged === 'none' ? undefined : judged;
}

function namesOf({ pairs }: DockerInstruction): readonly string[] {
  return pairs.map(({ name }) => name);
}

/** The range ends with the name, so that the value gets into no report. */
function problem(
  stage: string,
  { keyword }: DockerInstruction,
  { name, range }: DockerPair,
  how: Exposure,
): Observation {
  return {
    range: { start: range.start, end: range.start + name.length },
    key: `${stage}/${keyword} ${name}`,
    ...(how === 'weak' ? { severity: 'medium' as const } : {}),
    message: {
      what:
        how === 'argument'
          ? `${quote(name)} takes its value from a build argument and keeps it in the image.`
          : `${quote(`${keyword} ${name}`)} has its value written out.`,
      why:
        how === 'argument'
          ? `Everybody who can pull the image reads it with ${quote('docker inspect')}.`
          : 'Everybody who can read the repository or pull the image has it, and deleting the line leaves it in both histories.',
      remedy:
        how === 'argument'
          ? `Use ${quote('RUN --mount=type=secret')} where the build needs it, and set it when the container starts where the program does.`
          : `Replace it where it is in use, then give it to the build with ${quote('RUN --mount=type=secret')} or to the container when it starts.`,
    },
  };
}
