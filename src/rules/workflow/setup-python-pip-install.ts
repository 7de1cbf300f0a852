import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const setupPythonPipInstall: Rule<WorkflowDocument | ActionDocument> = {
  id: 'setup-python-pip-install',
  kinds: ['workflow', 'action'],
  title: 'Packages go into the global Python of the runner',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { zizmor: ['misfeature'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, key } of stepsOf(document)) {
      if (step.uses?.repository.toLowerCase() !== 'actions/setup-python') continue;
      const entry = entryOf(step.with, 'pip-install');
      if (!entry) continue;
      yield {
        range: entry.range,
        key: `${key}/pip-install`,
        message: {
          what: `${quote('pip-install')} installs into the interpreter that every later step shares.`,
          why: 'What one step brings along changes what the others import, and nothing says which step needed it.',
          remedy: `Install in a ${quote('run')} step, into a virtual environment.`,
        },
      };
    }
  },
};
