import { kindOfPath } from '../change/kind-of-path.ts';
import { parseHunks } from '../change/parse-hunks.ts';
import type { ChangedFile, FileStatus } from '../types.ts';

/** Reads `git diff --raw -z --patch` output: the raw records, then the patches in the same order. */
export function parseGitDiff(output: string): ChangedFile[] {
  const { records, patchStart } = readRecords(output);
  const patches = output
    .slice(patchStart)
    .replace(/^\0/, '')
    .split(/^(?=diff --git )/m)
    .filter((patch) => patch.startsWith('diff --git '));
  let next = 0;
  return records.map(({ patches: own, ...record }) => {
    const hunks = patches.slice(next, next + own).flatMap(parseHunks);
    next += own;
    return { ...record, kind: kindOfPath(record.path), ...(hunks.length > 0 ? { hunks } : {}) };
  });
}

type Record = Pick<ChangedFile, 'path' | 'previousPath' | 'status'> & {
  /** How many patches git prints for it: a change of type is a deletion and an addition, a conflict has none. */
  readonly patches: number;
};

function readRecords(output: string): { readonly records: readonly Record[]; readonly patchStart: number } {
  const records: Record[] = [];
  let offset = 0;
  while (output[offset] === ':') {
    const [meta, afterMeta] = field(output, offset);
    const [first, afterFirst] = field(output, afterMeta);
    const letter = meta.split(' ')[4]?.[0] ?? 'M';
    if (letter !== 'R' && letter !== 'C') {
      records.push({ path: first, status: statusOf(letter), patches: letter === 'T' ? 2 : letter === 'U' ? 0 : 1 });
      offset = afterFirst;
      continue;
    }
    const [second, afterSecond] = field(output, afterFirst);
    records.push(
      letter === 'R'
        ? { path: second, previousPath: first, status: 'renamed', patches: 1 }
        : { path: second, status: 'added', patches: 1 },
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
