import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import type { Mismatch } from './schema/validate.ts';
import { validateWorkflow } from './schema/validate-workflow.ts';

export const workflowSyntax: Rule<WorkflowDocument> = {
  id: 'workflow-syntax',
  kinds: ['workflow'],
  title: 'GitHub does not accept the workflow',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    actionlint: ['syntax-check', 'id'],
    languageservices: ['unexpected-key-or-value', 'schema', 'missing-required', 'duplicate-key', 'id-format'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    let wrong = 0;
    for (const mismatch of validateWorkflow(document)) {
      wrong += 1;
      yield problem(mismatch);
    }
    const [first] = document.view.root.entries;
    if (wrong === 0 && first) {
      yield {
        proof: `${document.view.jobs.length} jobs and their steps have the shape that GitHub asks for`,
        range: first.key.range,
      };
    }
  },
};

/** A key that no word of ours is near may be newer than this table: advice, no accusation. */
function problem({ kind, range, what, remedy, path, meant }: Mismatch): Observation {
  return {
    range,
    key: path.join('.'),
    ...(kind === 'unknown' ? { severity: 'low', confidence: 'heuristic' } : {}),
    message: {
      what,
      why:
        kind === 'unknown'
          ? 'GitHub refuses the whole file for a key it does not know. If it is newer than this reviewer, ignore this.'
          : 'GitHub refuses the whole file: none of its jobs runs, and a check that is required waits for ever.',
      remedy,
    },
    ...(meant ? { fix: { title: `Write ${meant}`, safety: 'safe', edits: [{ range, text: meant }] } } : {}),
  };
}
