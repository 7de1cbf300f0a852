import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, isTrue, textAt } from '../../../documents/yaml/yaml-node.ts';
import { actionVersion, isAtLeast, isBefore } from '../actions/action-version.ts';

/**
 * The step that uploads the folder a checkout left its token in. Checkouts from 6.0.0 keep it elsewhere, and
 * actions/upload-artifact leaves hidden files out from 4.4.0 unless told otherwise
 * (https://github.com/actions/upload-artifact#uploading-hidden-files).
 */
export function leakedWorkspace(
  document: WorkflowDocument | ActionDocument,
  checkout: Step,
  steps: readonly Step[],
): Step | undefined {
  const version = checkout.uses && actionVersion(document.source, checkout.uses);
  if (!version || isAtLeast(version, '6.0.0')) return undefined;
  const kept = entryOf(checkout.with, 'persist-credentials')?.value;
  if (kept && !isTrue(kept)) return undefined;
  const folder = clean(textAt(checkout.with, 'path') ?? '.');
  return steps
    .slice(steps.indexOf(checkout) + 1)
    .find((step) => step.uses?.repository.toLowerCase() === 'actions/upload-artifact' && holds(document, step, folder));
}

function holds(document: WorkflowDocument | ActionDocument, upload: Step, folder: string): boolean {
  const version = upload.uses && actionVersion(document.source, upload.uses);
  const hidden =
    isTrue(entryOf(upload.with, 'include-hidden-files')?.value) ||
    (version !== undefined && isBefore(version, '4.4.0'));
  if (!hidden) return false;
  const lines = (textAt(upload.with, 'path') ?? '').split('\n').map((line) => line.trim());
  const paths = lines.filter((line) => line !== '').map(clean);
  if (paths.some((path) => /^!.*\.git(\/|$)/.test(path))) return false;
  return paths.some(
    (path) => path === folder || path === `${folder}/.git` || path === '.' || path === '..' || path === '.git',
  );
}

function clean(path: string): string {
  const inside = path.replace(/^(\$\{\{\s*github\.workspace\s*\}\}|\$\{?GITHUB_WORKSPACE\}?)\/?/, './');
  const short = inside.replace(/^\.\/(?=.)/, '').replace(/\/(\*\*?(\/\*)?)?$/, '');
  return short === '' ? '.' : short;
}
