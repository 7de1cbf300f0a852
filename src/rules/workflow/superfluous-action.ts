import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { SUPERFLUOUS_ACTIONS } from './actions/superfluous-actions.ts';
import { usedActions } from './actions/used-actions.ts';

export const superfluousAction: Rule<WorkflowDocument | ActionDocument> = {
  id: 'superfluous-action',
  kinds: ['workflow', 'action'],
  title: 'Third-party action for what the runner has a command for',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { zizmor: ['superfluous-actions'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { uses, key } of usedActions(document)) {
      const name = uses.repository.toLowerCase();
      const command = Object.hasOwn(SUPERFLUOUS_ACTIONS, name) ? SUPERFLUOUS_ACTIONS[name] : undefined;
      if (command === undefined) continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `${quote(uses.raw)} does what a command of the hosted runners does.`,
          why: "It is one more stranger's code with your token, to pin, to read and to update.",
          remedy: `Run \`${command}\` in a step.`,
        },
      };
    }
  },
};
