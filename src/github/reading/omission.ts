import type { FileContent } from '../../types.ts';

/** Bytes; larger files are generated or data. */
export const MAX_FILE_BYTES = 1_000_000;

/** Why a path is not read, judged by its git mode (octal as text) and size in bytes; undefined when it is read. */
export function omission(mode: string, size: number): FileContent | undefined {
  if (mode === '120000') return omitted('it is a symbolic link');
  if (mode === '160000') return omitted('it is a submodule');
  if (size > MAX_FILE_BYTES)
    return omitted(`it has ${Math.round(size / 1000)} kB, more than the 1000 kB that are read`);
  return undefined;
}

/** A file left out for a stated reason. */
export function omitted(reason: string): FileContent {
  return { state: 'omitted', reason };
}
