import { join } from 'node:path';
import { diffTexts } from '../change/diff-texts.ts';
import { kindOfPath } from '../change/kind-of-path.ts';
import type { ChangedFile, FileContent } from '../types.ts';
import { blobShaOfFile, blobShaOfText, isPresent } from './blob-sha.ts';
import { git } from './git.ts';
import { pairRenames } from './pair-renames.ts';
import { readObjects } from './read-objects.ts';
import { readWorkingTree } from './read-working-tree.ts';

/**
 * The files that differ between a commit and the files on disk. No git command that compares is asked: to look at a
 * file on disk it runs the filters that the repository names. The listings run nothing, the bytes are compared here.
 * Of files that no rule looks at only new and removed ones are told.
 */
export async function workingTreeChanges(directory: string, base: string): Promise<ChangedFile[]> {
  const before = await blobsOf(directory, base);
  const listed = await git(directory, ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  const paths = [...new Set([...before.keys(), ...listed.split('\0').filter(Boolean)])].sort();
  const wanted = paths.filter((path) => kindOfPath(path) !== 'other' || !before.has(path));
  const now = await readWorkingTree(directory, wanted);
  const differing: string[] = [];
  for (const path of paths) if (await differs(directory, path, before.get(path), now.get(path))) differing.push(path);
  const old = await readObjects(
    directory,
    base,
    differing.filter((path) => before.has(path)),
  );
  const files = differing.flatMap((path) => toChange(path, old.get(path) ?? ABSENT, now.get(path) ?? ABSENT));
  return pairRenames(files, old, now);
}

const ABSENT: FileContent = { state: 'absent' };

/** What is too large or a link is compared by its bytes; of a file that no rule looks at only its existence counts. */
async function differs(
  directory: string,
  path: string,
  blob: string | undefined,
  content: FileContent | undefined,
): Promise<boolean> {
  if (content?.state === 'absent') return blob !== undefined;
  if (content?.state === 'text') return blob !== blobShaOfText(content.text);
  if (blob === undefined) return true;
  const file = join(directory, path);
  return content === undefined ? !(await isPresent(file)) : (await blobShaOfFile(file)) !== blob;
}

async function blobsOf(directory: string, commit: string): Promise<Map<string, string>> {
  const listing = await git(directory, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  return new Map(
    listing.split('\0').flatMap((line) => {
      const [, sha, path] = /^\d+ \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return sha && path ? [[path, sha] as const] : [];
    }),
  );
}

function toChange(path: string, before: FileContent, after: FileContent): ChangedFile[] {
  const kind = kindOfPath(path);
  const [old, now] = [textOf(before), textOf(after)];
  // Line ends that git converts on checkout are no change.
  if (old !== undefined && old === now?.replaceAll('\r\n', '\n')) return [];
  const status = before.state === 'absent' ? 'added' : after.state === 'absent' ? 'removed' : 'modified';
  const comparable = (old ?? now) !== undefined && before.state !== 'omitted' && after.state !== 'omitted';
  const hunks = comparable && kind !== 'other' ? diffTexts(old ?? '', now ?? '') : undefined;
  return [{ path, kind, status, ...(hunks && hunks.length > 0 ? { hunks } : {}) }];
}

function textOf(content: FileContent): string | undefined {
  return content.state === 'text' ? content.text : undefined;
}
