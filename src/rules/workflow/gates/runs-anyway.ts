import type { Job } from '../../../documents/workflow/job.ts';

/**
 * Whether a job runs even when what it needs failed, was rejected or was skipped: a status function replaces that
 * condition. With `needed` only a question for the result of that job, or of all, counts as one.
 */
export function runsAnyway(job: Job, needed?: string): boolean {
  const text = (job.if?.text ?? '').replace(/!\s*failure\s*\(\s*\)/gi, 'success()');
  if (!/\b(always|cancelled|failure)\s*\(/i.test(text)) return false;
  if (/\bsuccess\s*\(/i.test(text) || /needs\.\*\.result/i.test(text)) return false;
  return needed === undefined
    ? !/needs\.[\w-]+\.result/i.test(text)
    : !text.toLowerCase().includes(`needs.${needed.toLowerCase()}.result`);
}
