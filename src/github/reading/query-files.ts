import type { FileContent } from '../../types.ts';
import { omission, omitted } from './omission.ts';
import type { FileReader } from './read-files.ts';

/** A path as GraphQL answers it. Without `content` it has to be read by its blob. */
export interface FoundFile {
  readonly sha: string;
  readonly mode: string;
  readonly size: number;
  readonly content?: FileContent;
}

/** Many files of a commit in one GraphQL query; undefined for a path that does not exist. */
export async function queryFiles(
  reader: FileReader,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FoundFile | undefined>> {
  reader.budget.spend();
  const variables = Object.fromEntries(paths.map((path, index) => [`p${index}`, path]));
  const answer = await reader.client.graphql<Answer>(queryFor(paths.length), { ...reader.name, commit, ...variables });
  const files = answer.repository?.object ?? {};
  return new Map(paths.map((path, index) => [path, foundFile(files[`f${index}`])]));
}

interface Answer {
  readonly repository: { readonly object: Readonly<Record<string, Entry | null>> | null } | null;
}

interface Entry {
  readonly oid: string;
  readonly mode: number;
  readonly size: number;
  readonly type: string;
  readonly object: {
    readonly text?: string | null;
    readonly isBinary?: boolean | null;
    readonly isTruncated?: boolean;
  } | null;
}

/** Paths travel as variables, never inside the query. https://docs.github.com/en/graphql/reference/objects#commit */
function queryFor(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `$p${index}: String!`).join(', ');
  const files = indexes.map((index) => `f${index}: file(path: $p${index}) { ...entry }`).join('\n      ');
  return `query ($owner: String!, $repo: String!, $commit: GitObjectID!, ${variables}) {
  repository(owner: $owner, name: $repo) {
    object(oid: $commit) { ... on Commit {
      ${files}
    } }
  }
}
fragment entry on TreeEntry { oid mode size type object { ... on Blob { text isBinary isTruncated } } }`;
}

function foundFile(entry: Entry | null | undefined): FoundFile | undefined {
  if (entry === null || entry === undefined || entry.type === 'tree') return undefined;
  const mode = entry.mode.toString(8);
  const content = contentOf(entry, mode);
  return { sha: entry.oid, mode, size: entry.size, ...(content === undefined ? {} : { content }) };
}

function contentOf(entry: Entry, mode: string): FileContent | undefined {
  const omittedContent = omission(mode, entry.size);
  if (omittedContent !== undefined) return omittedContent;
  if (entry.object?.isBinary === true) return omitted('it is binary');
  const text = entry.object?.text;
  if (typeof text !== 'string' || entry.object?.isTruncated === true) return undefined;
  return { state: 'text', text };
}
