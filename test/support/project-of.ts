import { kindOfPath } from '../../src/change/kind-of-path.ts';
import { buildProject, type ParseOptions } from '../../src/subjects/build-project.ts';
import type { ChangedFile, FactAnswer, FileContent, FileStatus, Project, Snapshot } from '../../src/types.ts';

type Texts = Readonly<Record<string, string>>;

/** A project as if a pull request had turned `base` into `head`; without a base, as a scan sees it. */
export function projectOf(
  base: Texts | undefined,
  head: Texts,
  facts: ReadonlyMap<string, FactAnswer> = new Map(),
  options: ParseOptions = {},
): Promise<Project> {
  return buildProject(snapshotOf(base, head, facts), options);
}

export function snapshotOf(
  base: Texts | undefined,
  head: Texts,
  facts: ReadonlyMap<string, FactAnswer> = new Map(),
): Snapshot {
  const files = [...new Set([...Object.keys(base ?? {}), ...Object.keys(head)])]
    .filter((path) => base?.[path] !== head[path])
    .map((path): ChangedFile => ({ path, kind: kindOfPath(path), status: statusOf(base?.[path], head[path]) }));
  return {
    change: {
      repository: 'orchard/pears',
      ...(base ? { mergeBaseSha: 'b'.repeat(40), policySha: 'b'.repeat(40) } : {}),
      title: 'A change',
      body: '',
      author: 'gardener',
      fromFork: false,
      draft: false,
      files,
      truncated: false,
    },
    files: { base: contents(base ?? {}), head: contents(head) },
    tree: { base: new Set(Object.keys(base ?? {})), head: new Set(Object.keys(head)) },
    facts,
    shortfalls: [],
  };
}

function statusOf(before: string | undefined, after: string | undefined): FileStatus {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'modified';
}

function contents(texts: Texts): ReadonlyMap<string, FileContent> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, { state: 'text', text }]));
}
