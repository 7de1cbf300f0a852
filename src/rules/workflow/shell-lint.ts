import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { BESIDE_THE_POINT, COSTLY_MISTAKES } from './shell-lint/costly-mistakes.ts';
import { lintNeeds, remarksOf } from './shell-lint/remarks-of.ts';

export const shellLint: Rule<WorkflowDocument | ActionDocument> = {
  id: 'shell-lint',
  kinds: ['workflow', 'action'],
  title: 'ShellCheck warns of a script',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { actionlint: ['shellcheck'], octoscan: ['shellcheck'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: lintNeeds,

  *check(document, context) {
    for (const { remark, range, key, what } of remarksOf(document, context)) {
      if (COSTLY_MISTAKES[remark.code] || BESIDE_THE_POINT.has(remark.code)) continue;
      yield {
        range,
        key,
        message: {
          what,
          why: 'It works as long as names and values are simple.',
          remedy: `Follow it, or write ${quote(`# shellcheck disable=SC${remark.code}`)} above the line.`,
        },
      };
    }
  },
};
