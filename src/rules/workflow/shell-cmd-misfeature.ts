import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const shellCmdMisfeature: Rule<WorkflowDocument | ActionDocument> = {
  id: 'shell-cmd-misfeature',
  kinds: ['workflow', 'action'],
  title: 'Script runs in a shell that goes on after failures',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { zizmor: ['misfeature'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, job, key } of stepsOf(document)) {
      const shell = step.shell ?? job?.shell ?? (document.kind === 'workflow' ? document.view.shell : undefined);
      if (!step.run || !shell || !/^cmd(\.exe)?(\s|$)/i.test(shell.trim())) continue;
      yield {
        range: (entryOf(step.node, 'shell') ?? entryOf(step.node, 'run'))?.range ?? step.node.range,
        key: `${key}/shell`,
        message: {
          what: `The script runs in ${quote(shell.trim())}.`,
          why: 'Its exit code is that of the last command, whatever failed before, its rules for quoting let values become commands, and few tools can read it.',
          remedy: `Write it for ${quote('pwsh')} or ${quote('bash')}, which hosted Windows runners have too.`,
        },
      };
    }
  },
};
