import { diffTexts } from '../change/diff-texts.ts';
import type { ChangedFile, FileContent } from '../types.ts';

/** As git's `--find-renames` has it: at least half of the lines stay. */
const SIMILAR = 0.5;
const MAX_PAIRS = 2500;

/** Makes one renamed file of a removed and an added one that are alike. */
export function pairRenames(
  files: readonly ChangedFile[],
  before: ReadonlyMap<string, FileContent>,
  after: ReadonlyMap<string, FileContent>,
): ChangedFile[] {
  const removed = files.filter(({ status }) => status === 'removed');
  const added = files.filter(({ status }) => status === 'added');
  if (removed.length * added.length > MAX_PAIRS) return [...files];
  const taken = new Set<string>();
  const renamed = new Map<string, ChangedFile>();
  for (const file of added) {
    const now = linesOf(after.get(file.path));
    const candidates = removed
      .filter(({ path }) => !taken.has(path))
      .map((one) => ({ one, likeness: likeness(linesOf(before.get(one.path)), now) }))
      .filter(({ likeness: share }) => share >= SIMILAR)
      .sort((a, b) => b.likeness - a.likeness);
    const [best] = candidates;
    if (!best) continue;
    taken.add(best.one.path);
    renamed.set(file.path, rename(best.one, file, before, after));
  }
  return files.filter(({ path }) => !taken.has(path)).map((file) => renamed.get(file.path) ?? file);
}

function rename(
  old: ChangedFile,
  file: ChangedFile,
  before: ReadonlyMap<string, FileContent>,
  after: ReadonlyMap<string, FileContent>,
): ChangedFile {
  const hunks = diffTexts(linesOf(before.get(old.path)).join('\n'), linesOf(after.get(file.path)).join('\n')) ?? [];
  return {
    path: file.path,
    previousPath: old.path,
    kind: file.kind,
    status: 'renamed',
    ...(hunks.length > 0 ? { hunks } : {}),
  };
}

function linesOf(content: FileContent | undefined): string[] {
  return content?.state === 'text' ? content.text.split('\n') : [];
}

function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  const [old, now] = [a, b].map((lines) => lines.filter((line) => line.trim() !== ''));
  if (!old || !now || old.length === 0 || now.length === 0) return 0;
  for (const line of old) counts.set(line, (counts.get(line) ?? 0) + 1);
  let same = 0;
  for (const line of now) {
    const left = counts.get(line) ?? 0;
    if (left > 0) same += 1;
    counts.set(line, left - 1);
  }
  return same / Math.max(old.length, now.length);
}
