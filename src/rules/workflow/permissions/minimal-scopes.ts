import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { needsCredentials } from '../artifacts/needs-credentials.ts';
import { needsOnlyRead } from './needs-only-read.ts';
import type { ScopeSet } from './scope-set.ts';
import { usedByJob } from './used-by-job.ts';

export const READS_CODE: ScopeSet = { contents: 'read' };

/** The least permissions that the steps of a job work with; undefined where one of them is not known. */
export function minimalScopes(document: WorkflowDocument, job: Job): ScopeSet | undefined {
  if (needsOnlyRead([job])) return READS_CODE;
  const use = usedByJob(document, job);
  if (!use || (use.mayPush && use.needs.contents !== 'write' && needsCredentials(job.steps))) return undefined;
  return { ...READS_CODE, ...use.needs };
}

/** Whether nothing is needed but to read the code. */
export function readsOnly(scopes: ScopeSet): boolean {
  return Object.entries(scopes).every(([scope, level]) => scope === 'contents' && level === 'read');
}

/** A `permissions:` block, the code first. */
export function permissionLines(scopes: ScopeSet, indent: string): string[] {
  const names = Object.keys(scopes).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return [`${indent}permissions:`, ...names.map((scope) => `${indent}  ${scope}: ${scopes[scope]}`)];
}

function rank(scope: string): number {
  return scope === 'contents' ? 0 : 1;
}
