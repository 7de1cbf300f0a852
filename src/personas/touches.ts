import type { ChangedFile, Run } from '../types.ts';

/** Whether the change touches what a rule looked at: the file itself, a file of the folder, or, for the whole repository, its kind. */
export function touches(run: Run, changed: readonly ChangedFile[]): boolean {
  if (run.subject === '' || run.subject === '.') return changed.some((file) => run.kinds.includes(file.kind));
  return changed.some((file) =>
    [file.path, file.previousPath].some((path) => path === run.subject || path?.startsWith(`${run.subject}/`)),
  );
}
