import type { TerraformDocument } from '../documents/terraform.ts';
import type { Document, Subject } from '../types.ts';
import { directoryOf } from './directory-of.ts';

/** A Terraform module: the configuration files of one directory. */
export interface TerraformModule {
  readonly directory: string;
  readonly documents: readonly TerraformDocument[];
  /** Every file of the directory was read, so what is not there does not exist. */
  readonly complete: boolean;
}

/** Modules by directory; each file alone when files must not see each other. */
export function terraformModules(
  documents: readonly Document[],
  tree: ReadonlySet<string> | 'unknown',
  isolated: boolean,
): Subject<TerraformModule>[] {
  const groups = new Map<string, TerraformDocument[]>();
  for (const document of documents) {
    if (!isConfiguration(document)) continue;
    const key = isolated ? document.path : directoryOf(document.path);
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups].map(([key, members]) => ({
    type: 'module',
    key,
    kinds: ['terraform'],
    paths: members.map((member) => member.path),
    value: {
      directory: isolated ? directoryOf(key) : key,
      documents: members,
      complete: isolated || isComplete(key, members, tree),
    },
  }));
}

function isConfiguration(document: Document): document is TerraformDocument {
  return document.kind === 'terraform' && document.view !== undefined && /\.(tf|tofu|tf\.json)$/.test(document.path);
}

function isComplete(directory: string, members: readonly Document[], tree: ReadonlySet<string> | 'unknown'): boolean {
  if (tree === 'unknown') return false;
  if (members.some((member) => member.problems.some((problem) => problem.severity !== 'partial'))) return false;
  const read = new Set(members.map((member) => member.path));
  return [...tree].every(
    (path) => directoryOf(path) !== directory || !/\.(tf|tofu|tf\.json)$/.test(path) || read.has(path),
  );
}
