import type { Job } from '../../documents/workflow/job.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { localAction, localActionNeeds } from './actions/local-action.ts';
import { cannotRun } from './metadata/cannot-run.ts';

type Subject = WorkflowDocument | ActionDocument;

export const localActionBroken: Rule<Subject> = {
  id: 'local-action-broken',
  kinds: ['workflow', 'action'],
  title: 'A step calls an action of this repository that cannot run',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['action'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: localActionNeeds,

  *check(document, context) {
    const told = new Set<string>();
    const scripts = new Set<Job | undefined>();
    for (const { step, key, job } of stepsOf(document)) {
      if (step.run) scripts.add(job);
      const action = localAction(document, step, context);
      if (!step.uses || !action || told.has(action.path) || isToldThere(action, context)) continue;
      told.add(action.path);
      const why = cannotRun(action, context, scripts.has(job));
      if (why === undefined) continue;
      yield {
        range: step.uses.node.range,
        key,
        message: {
          what: `${quote(step.uses.raw)} cannot run: ${why}`,
          why: 'GitHub reads the action when the step begins, and the step fails.',
          remedy: `Mend ${quote(action.path)} first.`,
        },
      };
    }
  },
};

/** A change that touches the action itself hears of it there. */
function isToldThere(action: ActionDocument, { project }: RuleContext): boolean {
  const { mergeBaseSha, files } = project.change;
  return mergeBaseSha !== undefined && files.some(({ path }) => path === action.path);
}
