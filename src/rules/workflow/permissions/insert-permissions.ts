import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Fix } from '../../../types.ts';

/** Puts a block that only reads the code in front of `jobs:`. */
export function insertPermissions({ source, view }: WorkflowDocument): Fix {
  const jobs = view.root.entries.find(({ key }) => key.text === 'jobs');
  const start = jobs?.range.start ?? view.root.range.start;
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: 'Let the token only read the code',
    safety: 'review',
    edits: [{ range: { start, end: start }, text: ['permissions:', '  contents: read', ''].join(newLine) }],
  };
}
