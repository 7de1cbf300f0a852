import type { ActionDocument } from '../../../documents/workflow.ts';
import { scalarAt, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';

export interface NamedFile {
  readonly key: string;
  readonly scalar: YamlScalar;
  /** From the root of the repository. */
  readonly path: string;
  readonly exists: boolean | 'unknown';
}

/** The files of this repository that an action names and that the tree does not hold, or may not. */
export function missingFiles(document: ActionDocument, context: RuleContext): readonly NamedFile[] {
  const folder = document.path.split('/').slice(0, -1);
  return KEYS.flatMap((key) => {
    const scalar = scalarAt(document.view.root, 'runs', key);
    if (!scalar || scalar.value === null || scalar.text.includes('${{')) return [];
    if (key === 'image' && scalar.text.startsWith('docker://')) return [];
    const path = resolve(folder, scalar.text);
    if (path === undefined) return [];
    const exists = context.exists(path) || (context.project.isolated ? 'unknown' : false);
    return exists === true ? [] : [{ key, scalar, path, exists }];
  });
}

const KEYS = ['main', 'pre', 'post', 'image'];

/** Undefined where a path leads out of the repository. */
function resolve(folder: readonly string[], written: string): string | undefined {
  const parts = [...folder];
  for (const part of written.split('/')) {
    if (part === '..' && parts.length === 0) return undefined;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
