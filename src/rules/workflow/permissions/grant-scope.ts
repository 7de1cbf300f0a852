import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { mapAt } from '../../../documents/yaml/yaml-node.ts';
import type { Edit } from '../../../types.ts';

/** Writes a scope into the `permissions` of a job, or of its workflow; undefined where they are no block of lines. */
export function grantScope(
  { source, view }: WorkflowDocument,
  job: Job,
  scope: string,
  level: string,
): Edit | undefined {
  const block = mapAt(job.node, 'permissions') ?? (job.permissions ? undefined : mapAt(view.root, 'permissions'));
  if (!block || block.flow) return undefined;
  const known = block.entries.find(({ key }) => key.text === scope);
  if (known) return known.merged ? undefined : { range: known.value.range, text: level };
  const own = block.entries.filter(({ merged }) => !merged);
  const last = own.at(-1);
  if (!last) return undefined;
  const lineStart = source.lastIndexOf('\n', last.range.start - 1) + 1;
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const end = source.indexOf('\n', last.range.end);
  const at = end < 0 ? source.length : source[end - 1] === '\r' ? end - 1 : end;
  return {
    range: { start: at, end: at },
    text: `${newLine}${' '.repeat(last.range.start - lineStart)}${scope}: ${level}`,
  };
}
