import type { Project } from '../types.ts';
import type { UnparsedFile } from './verdict-context.ts';

/** Changed head files that could not be read as their kind; not those skipped on purpose. */
export function unparsedFiles({ change, head }: Project): UnparsedFile[] {
  return change.files.flatMap(({ path }) => {
    const document = head.documents.get(path);
    const problem = document?.problems.find(({ severity }) => severity === 'fatal');
    return document && problem ? [{ path, kind: document.kind, reason: problem.message }] : [];
  });
}
