import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { originNeeds, originOf } from './actions/origin-of.ts';
import { usedActions } from './actions/used-actions.ts';

export const impostorCommit: Rule<WorkflowDocument | ActionDocument> = {
  id: 'impostor-commit',
  kinds: ['workflow', 'action'],
  title: 'Commit belongs to no branch or tag of the repository',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['impostor-commit'], sisakulint: ['impostor-commit'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: originNeeds,

  *check(document, context) {
    for (const { uses, key } of usedActions(document)) {
      const origin = originOf(context, uses);
      if (origin?.held !== false) continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `${quote(uses.ref)} is on no branch and no tag of ${quote(uses.repository)}.`,
          why: 'GitHub finds commits of every fork under the name of the original, so this may be code that somebody put into a fork.',
          remedy: 'Pin the commit of a release, as the repository lists it.',
        },
      };
    }
  },
};
