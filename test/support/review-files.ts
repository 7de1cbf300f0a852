import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { folderPairSource } from '../../src/local/folder-pair-source.ts';
import { localFacts } from '../../src/local/local-facts.ts';
import { run } from '../../src/run.ts';
import type { Change, Review, Sink } from '../../src/types.ts';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

const NOW = new Date('2026-11-20T12:00:00Z');
const sink: Sink = {
  publish: async () => ({ checks: [], commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] }),
};

/** Reviews the change between two sets of files under the settings of the first; a file that goes as another comes is renamed. */
export async function reviewFiles(base: Files, head: Files): Promise<Review> {
  const root = await mkdtemp(join(tmpdir(), 'pipewright-files-'));
  try {
    const source = folderPairSource(
      await folder(join(root, 'base'), base),
      await folder(join(root, 'head'), head),
      'Files',
    );
    const renamed = { ...source, change: async () => withRename(await source.change()) };
    return (await run({ source: renamed, facts: localFacts(), sink, agentFiles: [] }, { now: NOW })).review;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function folder(directory: string, files: Files): Promise<string> {
  await mkdir(directory, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return directory;
}

/** One file that went and one that came, as git and GitHub tell them. */
function withRename(change: Change): Change {
  const [gone] = change.files.filter(({ status }) => status === 'removed');
  const [come] = change.files.filter(({ status }) => status === 'added');
  if (!gone || !come) return change;
  const rest = change.files.filter((file) => file !== gone && file !== come);
  const { path, kind } = come;
  return { ...change, files: [...rest, { path, previousPath: gone.path, kind, status: 'renamed', hunks: [] }] };
}
