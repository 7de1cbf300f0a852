import type { DockerInstruction } from '../../../documents/dockerfile.ts';

/** `ENV NAME value` or `LABEL name value`, without an equals sign. */
export function isOldForm({ keyword, args }: DockerInstruction): boolean {
  return (keyword === 'ENV' || keyword === 'LABEL') && args.length > 1 && !args[0]?.text.includes('=');
}

/** Words of the value that look as if they set something themselves. */
export function lostAssignments(instruction: DockerInstruction): readonly string[] {
  if (!isOldForm(instruction)) return [];
  return instruction.args
    .slice(2)
    .map(({ text }) => text)
    .filter((word) => /^[A-Z_][A-Z0-9_]*=/.test(word));
}
