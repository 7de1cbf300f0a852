import { kindOfPath } from '../../change/kind-of-path.ts';
import { parseHunks } from '../../change/parse-hunks.ts';
import type { ChangedFile, FileStatus } from '../../types.ts';

/** A file as GitHub lists it in a pull request or a comparison. */
export interface DiffEntry {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
  readonly changes: number;
  readonly patch?: string;
}

/** GitHub's entry as a changed file. Without a patch (binary, too large) there are no hunks. */
export function changedFile(entry: DiffEntry): ChangedFile {
  const status = statusOf(entry.status);
  const hunks = hunksOf(entry);
  return {
    path: entry.filename,
    kind: kindOfPath(entry.filename),
    status,
    ...(status === 'renamed' && entry.previous_filename !== undefined ? { previousPath: entry.previous_filename } : {}),
    ...(hunks === undefined ? {} : { hunks }),
  };
}

function statusOf(status: string): FileStatus {
  if (status === 'added' || status === 'copied') return 'added';
  if (status === 'removed' || status === 'renamed') return status;
  return 'modified';
}

function hunksOf(entry: DiffEntry): ChangedFile['hunks'] {
  if (entry.patch !== undefined) return parseHunks(entry.patch);
  // A rename alone has no patch because nothing in it changed; a large file has none although much did.
  return entry.status === 'renamed' && entry.changes === 0 ? [] : undefined;
}
