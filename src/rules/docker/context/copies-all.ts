import type { DockerInstruction } from '../../../documents/dockerfile.ts';

/** Whether an instruction copies everything that is sent to the builder. */
export function copiesAll({ keyword, args, flags }: DockerInstruction): boolean {
  if (keyword !== 'COPY' && keyword !== 'ADD') return false;
  if (flags.some(({ name }) => name === 'from' || name === 'exclude')) return false;
  return args.slice(0, -1).some(({ text }) => /^["']?(\.|\.\/|\/|\*|\.\/\*)["']?$/.test(text));
}
