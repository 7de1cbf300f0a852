import type { DockerInstruction, DockerStage } from '../../../documents/dockerfile.ts';
import type { Range } from '../../../types.ts';

/** A name after `--from=` of COPY, or `from=` of a mount. */
export interface StageReference {
  readonly name: string;
  /** Of the name. */
  readonly range: Range;
  readonly instruction: DockerInstruction;
}

/** What the instructions of a stage take from elsewhere. What ONBUILD puts off belongs to another file. */
export function stageReferences(stage: DockerStage): readonly StageReference[] {
  return stage.instructions.flatMap((instruction) =>
    instruction.flags.flatMap((flag): StageReference[] => {
      const value = flag.value ?? '';
      const start = flag.range.end - value.length;
      if (flag.name === 'from') return [{ name: value, range: { start, end: flag.range.end }, instruction }];
      const from = flag.name === 'mount' ? /(?:^|,)from=([^,]+)/.exec(value) : null;
      if (!from?.[1]) return [];
      const at = start + from.index + from[0].length - from[1].length;
      return [{ name: from[1], range: { start: at, end: at + from[1].length }, instruction }];
    }),
  );
}
