import { kindOfPath } from '../change/kind-of-path.ts';
import { parseHunks } from '../change/parse-hunks.ts';
import type { ChangedFile, FileStatus } from '../types.ts';

/** Reads `git diff --raw -z --patch` output: the raw records, then the patches in the same order. */
export function parseGitDiff(output: string): ChangedFile[] {
  const { records, patchStart } = readRecords(output);
  const patches = output
    .slice(patchStart)
    .split(/^(?=diff --git )/m)
    .filter((patch) => patch.startsWith('diff --git '));
  return records.map((record, i) => {
    const hunks = parseHunks(patches[i] ?? '');
    return { ...record, kind: kindOfPath(record.path), ...(hunks.length > 0 ? { hunks } : {}) };
  });
}

type Record = Pick<ChangedFile, 'path' | 'previousPath' | 'status'>;

function readRecords(output: string): { readonly records: readonly Record[]; readonly patchStart: number } {
  const records: Record[] = [];
  let offset = 0;
  while (output[offset] === ':') {
    const [meta, afterMeta] = field(output, offset);
    const [first, afterFirst] = field(output, afterMeta);
    const letter = meta.split(' ')[4]?.[0] ?? 'M';
    if (letter !== 'R' && letter !== 'C') {
      records.push({ path: first, status: statusOf(letter) });
      offset = afterFirst;
      continue;
    }
    const [second, afterSecond] = field(output, afterFirst);
    records.push(
      letter === 'R' ? { path: second, previousPath: first, status: 'renamed' } : { path: second, status: 'added' },
    );
    offset = afterSecond;
  }
  return { records, patchStart: offset };
}

function field(output: string, from: number): [value: string, next: number] {
  const end = output.indexOf('\0', from);
  return end < 0 ? [output.slice(from), output.length] : [output.slice(from, end), end + 1];
}

function statusOf(letter: string): FileStatus {
  if (letter === 'A') return 'added';
  return letter === 'D' ? 'removed' : 'modified';
}
