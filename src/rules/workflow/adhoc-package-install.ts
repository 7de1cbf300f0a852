import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { stepShell } from './gates/step-shell.ts';
import { adhocInstall } from './scripts/adhoc-installs.ts';
import { placedCommands } from './scripts/placed-commands.ts';

export const adhocPackageInstall: Rule<WorkflowDocument | ActionDocument> = {
  id: 'adhoc-package-install',
  kinds: ['workflow', 'action'],
  title: 'Package is installed in whatever version is newest',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { zizmor: ['adhoc-packages'], scorecard: ['Pinned-Dependencies', 'Pinned-Dependencies/pkg-manager'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, job, key } of stepsOf(document)) {
      if (!step.run || !/\b(install|add|get|i|update)\b/.test(step.run.text)) continue;
      if (stepShell(document, job, step).kind === 'unknown') continue;
      for (const { command, range } of placedCommands(document.source, step.run)) {
        const found = adhocInstall(command);
        if (!found) continue;
        yield {
          range,
          key: `${key}/${found.name.slice(0, 60)}`,
          message: {
            what: `${quote(found.name)} is installed in the version that is newest when the run begins.`,
            why: 'A release that is broken, or that somebody else published, is in the next run without any change here.',
            remedy: `${found.instead}.`,
          },
        };
      }
    }
  },
};
