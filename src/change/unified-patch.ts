import { createTwoFilesPatch } from 'diff';

/** One file's change as a patch that `git apply` takes. */
export function unifiedPatch(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 }).replace(
    /^=+\n/,
    '',
  );
}
