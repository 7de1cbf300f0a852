import type { DockerImage, DockerInstruction, DockerStage, DockerWord } from '../dockerfile.ts';
import { expandVariables } from './expand-variables.ts';
import { unquote } from './to-pairs.ts';

interface Earlier {
  readonly stages: readonly DockerStage[];
  /** By name in lower case; a later stage hides an earlier one of its name. */
  readonly byName: ReadonlyMap<string, DockerStage>;
}

/** Groups instructions by FROM, and says what each stage builds on. */
export function toStages(instructions: readonly DockerInstruction[]): readonly DockerStage[] {
  const starts = instructions.flatMap((one, index) => (one.keyword === 'FROM' ? [index] : []));
  const globals = globalValues(instructions.slice(0, starts[0] ?? 0));
  const stages: DockerStage[] = [];
  const byName = new Map<string, DockerStage>();
  for (const [index, start] of starts.entries()) {
    const stage = toStage(instructions.slice(start, starts[index + 1]), { stages, byName }, globals);
    stages.push(stage);
    if (stage.name !== undefined) byName.set(stage.name.toLowerCase(), stage);
  }
  return stages;
}

function globalValues(instructions: readonly DockerInstruction[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const pair of instructions.flatMap((one) => (one.keyword === 'ARG' ? one.pairs : []))) {
    const value = pair.value === undefined ? undefined : expandVariables(pair.value, values);
    if (value !== undefined) values.set(pair.name, value);
  }
  return values;
}

function toStage(
  instructions: readonly DockerInstruction[],
  earlier: Earlier,
  globals: ReadonlyMap<string, string>,
): DockerStage {
  const from = instructions[0] as DockerInstruction;
  const index = earlier.stages.length;
  const as = from.args.findIndex((word) => word.text.toUpperCase() === 'AS');
  const name = as < 0 ? undefined : from.args[as + 1]?.text;
  const image = toImage(from, earlier, globals);
  const user =
    userOf(instructions) ?? (image.stageRef === undefined ? undefined : earlier.stages[image.stageRef]?.user);
  return {
    index,
    ...(name === undefined ? {} : { name }),
    key: name ?? String(index),
    from: image,
    instructions,
    ...(user ? { user } : {}),
    range: { start: from.range.start, end: instructions.at(-1)?.range.end ?? from.range.end },
  };
}

function userOf(instructions: readonly DockerInstruction[]): DockerWord | undefined {
  return instructions.findLast((one) => one.keyword === 'USER')?.args[0];
}

function toImage(from: DockerInstruction, earlier: Earlier, globals: ReadonlyMap<string, string>): DockerImage {
  const word = from.args[0] ?? { text: '', range: from.range };
  const image = expandVariables(unquote(word.text), globals);
  const stage = earlier.byName.get((image ?? '').toLowerCase());
  const platform = from.flags.find((one) => one.name === 'platform')?.value;
  return {
    ...(image ? { image } : {}),
    raw: word.text,
    ...imageParts(image, word.text),
    ...(platform === undefined ? {} : { platform }),
    range: word.range,
    ...(stage ? { stageRef: stage.index } : {}),
  };
}

/** A digest written out pins the image, whatever the variables in front of it. */
function imageParts(image: string | undefined, raw: string): Pick<DockerImage, 'repository' | 'tag' | 'digest'> {
  const digest = /@(\w+:[0-9a-fA-F]+)$/.exec(image ?? raw)?.[1];
  const [, repository, tag] = /^([^@]*?)(?::([^:/@]*))?(?:@.*)?$/.exec(image ?? '') ?? [];
  return { ...(repository ? { repository } : {}), ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}
