import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Edit, Fix } from '../../../types.ts';
import { minimalScopes, permissionLines, READS_CODE, readsOnly } from './minimal-scopes.ts';

/**
 * Puts a block that only reads the code in front of `jobs:`, and one into each job that needs more. Undefined where a step
 * is not known, or a job is not written as a block.
 */
export function insertPermissions(document: WorkflowDocument, bare: readonly Job[]): Fix | undefined {
  const { source, view } = document;
  const own = jobPermissions(document, bare);
  if (!own) return undefined;
  const jobs = view.root.entries.find(({ key }) => key.text === 'jobs');
  const start = jobs?.range.start ?? view.root.range.start;
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const text = [...permissionLines(READS_CODE, ''), ''].join(newLine);
  return {
    title:
      own.length === 0
        ? 'Let the token only read the code'
        : 'Let each job have what its steps need, and the others read',
    safety: 'review',
    edits: [{ range: { start, end: start }, text }, ...own],
  };
}

/** Blocks for the jobs that need more than to read the code. */
export function jobPermissions(document: WorkflowDocument, jobs: readonly Job[]): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const job of jobs) {
    const scopes = minimalScopes(document, job);
    if (!scopes) return undefined;
    if (readsOnly(scopes)) continue;
    const edit = insertInto(document.source, job, scopes);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

function insertInto(source: string, { node }: Job, scopes: Parameters<typeof permissionLines>[0]): Edit | undefined {
  const first = node.entries.find(({ merged }) => !merged);
  if (!first || node.flow) return undefined;
  const { start } = first.range;
  const indent = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (indent.trim() !== '') return undefined;
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const text = permissionLines(scopes, indent).join(newLine).slice(indent.length);
  return { range: { start, end: start }, text: `${text}${newLine}${indent}` };
}
