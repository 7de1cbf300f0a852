import type { FileContent } from '../../types.ts';
import type { GitHubClient, RepositoryName } from '../client.ts';
import { batchesBySize } from '../requests/batches-by-size.ts';
import { statusOf } from '../requests/create-once.ts';
import type { RequestBudget } from '../requests/request-budget.ts';
import { omission, omitted } from './omission.ts';
import { type FoundFile, queryFiles } from './query-files.ts';
import { readBlob } from './read-blob.ts';
import type { TreeEntry } from './tree-entries.ts';

/** Fewer paths than these are no reason for GitHub to be slow. */
const SMALLEST_SPLIT = 40;

export interface FileReader {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly budget: RequestBudget;
  /** By blob: a file that is the same on both sides is read once. */
  readonly blobs: Map<string, FileContent>;
}

/** The contents of paths at a commit. `entries` are the commit's paths where they are known. */
export async function readFiles(
  reader: FileReader,
  commit: string,
  entries: ReadonlyMap<string, TreeEntry> | 'unknown',
  paths: readonly string[],
): Promise<ReadonlyMap<string, FileContent>> {
  const answers = new Map<string, FileContent>();
  const wanted = new Map<string, number>();
  for (const path of new Set(paths)) {
    const answer = answerWithoutAsking(reader, entries, path);
    if (answer === undefined) wanted.set(path, entries === 'unknown' ? 0 : (entries.get(path)?.size ?? 0));
    else answers.set(path, answer);
  }
  for (const batch of batchesBySize(wanted)) {
    for (const [path, content] of await readBatch(reader, commit, entries, batch)) answers.set(path, content);
  }
  return answers;
}

function answerWithoutAsking(
  reader: FileReader,
  entries: ReadonlyMap<string, TreeEntry> | 'unknown',
  path: string,
): FileContent | undefined {
  if (entries === 'unknown') return undefined;
  const entry = entries.get(path);
  if (entry === undefined) return { state: 'absent' };
  return omission(entry.mode, entry.size) ?? reader.blobs.get(entry.sha);
}

async function readBatch(
  reader: FileReader,
  commit: string,
  entries: ReadonlyMap<string, TreeEntry> | 'unknown',
  paths: readonly string[],
): Promise<ReadonlyMap<string, FileContent>> {
  const single = paths.length === 1 && entries !== 'unknown' ? entries.get(paths[0] ?? '') : undefined;
  if (single !== undefined && paths[0] !== undefined)
    return new Map([[paths[0], await blobContent(reader, single.sha)]]);
  const answers = new Map<string, FileContent>();
  for (const [path, found] of await queryInParts(reader, commit, paths)) {
    if (found === undefined) answers.set(path, { state: 'absent' });
    else if (found.content !== undefined) answers.set(path, found.content);
    else answers.set(path, omission(found.mode, found.size) ?? (await blobContent(reader, found.sha)));
    const content = answers.get(path);
    if (found !== undefined && content !== undefined) reader.blobs.set(found.sha, content);
  }
  return answers;
}

/** A query that takes GitHub too long is asked in halves. */
async function queryInParts(
  reader: FileReader,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FoundFile | undefined>> {
  try {
    return await queryFiles(reader, commit, paths);
  } catch (error) {
    if ((statusOf(error) ?? 0) < 500 || paths.length < SMALLEST_SPLIT) throw error;
    const middle = Math.ceil(paths.length / 2);
    const first = await queryInParts(reader, commit, paths.slice(0, middle));
    return new Map([...first, ...(await queryInParts(reader, commit, paths.slice(middle)))]);
  }
}

async function blobContent(reader: FileReader, sha: string): Promise<FileContent> {
  const known = reader.blobs.get(sha);
  if (known !== undefined) return known;
  const text = await readBlob(reader.client, reader.name, sha, reader.budget);
  const content: FileContent = text === 'binary' ? omitted('it is binary') : { state: 'text', text };
  reader.blobs.set(sha, content);
  return content;
}
