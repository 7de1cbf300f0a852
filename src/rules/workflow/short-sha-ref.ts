import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isShortSha } from './actions/is-short-sha.ts';
import { usedActions } from './actions/used-actions.ts';

export const shortShaRef: Rule<WorkflowDocument | ActionDocument> = {
  id: 'short-sha-ref',
  kinds: ['workflow', 'action'],
  title: 'A shortened commit, which GitHub does not take',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { languageservices: ['short-sha-ref'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { uses, key } of usedActions(document)) {
      if (!isShortSha(uses.ref)) continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `${quote(uses.ref)} looks like the first ${uses.ref.length} characters of a commit.`,
          why: 'GitHub resolves no shortened commits, so the run ends before its first step; and a short name can be made to fit another commit.',
          remedy: 'Write all 40 characters.',
        },
      };
    }
  },
};
