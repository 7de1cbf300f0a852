import type { Place } from './trace-value.ts';

/** Whether a step's script is certainly one of bash or its like. Without `shell:`, Windows runners take PowerShell; a runner that an expression picks may be one. */
export function usesBash({ document, job, step }: Place): boolean {
  const shell = step?.shell ?? job?.shell ?? (document.kind === 'workflow' ? document.view.shell : undefined);
  if (shell) return /^(bash|sh)\b/.test(shell);
  if (document.kind === 'action' || job?.runsOn?.type !== 'scalar') return false;
  return /^(ubuntu|macos)-[\w.-]+$/.test(job.runsOn.text);
}
