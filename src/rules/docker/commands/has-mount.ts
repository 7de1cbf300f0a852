import type { DockerInstruction } from '../../../documents/dockerfile.ts';

/** A cache or temporary mount below whose target nothing is kept in the layer. */
export function hasMount(instruction: DockerInstruction, target: RegExp): boolean {
  return instruction.flags.some(({ name, value = '' }) => {
    if (name !== 'mount' || !/(^|,)type=(cache|tmpfs)(,|$)/.test(value)) return false;
    return target.test(/(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(value)?.[1] ?? '');
  });
}
