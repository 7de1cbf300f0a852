import { ancestorsOf, directoryOf } from '../../../subjects/directory-of.ts';
import type { RuleContext } from '../../../types.ts';

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** A kustomization in the file's folder or above it may lay the object over another one, which has the rest. */
export function mayBePatch(path: string, context: RuleContext): boolean {
  return ancestorsOf(directoryOf(path)).some((folder) =>
    NAMES.some((name) => context.exists(folder === '' ? name : `${folder}/${name}`) !== false),
  );
}
