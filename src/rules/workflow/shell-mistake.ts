import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { COSTLY_MISTAKES } from './shell-lint/costly-mistakes.ts';
import { lintNeeds, remarksOf } from './shell-lint/remarks-of.ts';

export const shellMistake: Rule<WorkflowDocument | ActionDocument> = {
  id: 'shell-mistake',
  kinds: ['workflow', 'action'],
  title: 'Script does not do what it says',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['shellcheck'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: lintNeeds,

  *check(document, context) {
    for (const { remark, range, key, what } of remarksOf(document, context)) {
      const why = COSTLY_MISTAKES[remark.code];
      if (!why) continue;
      yield {
        range,
        key,
        message: {
          what,
          why,
          remedy: `Correct it; ShellCheck's wiki has a page about SC${remark.code}.`,
        },
      };
    }
  },
};
