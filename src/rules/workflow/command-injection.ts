import { sliceOf } from '../../documents/source-text.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { scriptCommands } from './script-flow/script-commands.ts';
import { codeWord, find, printsCode } from './shell-flow/code-words.ts';
import { shellFlows } from './shell-flow/shell-flows.ts';

const WHY = 'then whoever wrote it gives the commands, with the token and secrets of this job.';

export const commandInjection: Rule<WorkflowDocument | ActionDocument> = {
  id: 'command-injection',
  kinds: ['workflow', 'action'],
  title: "A script runs a stranger's text as a command",
  severity: 'critical',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { codeql: ['actions/command-injection/critical', 'actions/command-injection/medium'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { key, range, named, from, how } of scriptCommands(document)) {
      if (how !== 'code') continue;
      yield {
        range,
        key: `${key}/${from.source}`,
        severity: from.severity,
        ...(from.filtered ? { confidence: 'heuristic' } : {}),
        message: {
          what: `${quote(named)} runs ${quote(from.source)} as code.`,
          why: `A text is data only until a shell or JavaScript reads it as a program: ${WHY}`,
          remedy: `Start the program with its arguments in a list (${quote("exec.exec('git', ['log', title])")}), or let the script pick one of the commands that you expect.`,
        },
      };
    }
    for (const { key, commands, variables } of shellFlows(document)) {
      for (const command of commands) {
        const found =
          codeWord(command, variables) ?? (printsCode(command, commands) ? find(command.words, variables) : undefined);
        if (!found) continue;
        const { from } = found;
        yield {
          range: command.range,
          key: `${key}/${from.source}`,
          severity: from.severity,
          ...(from.filtered ? { confidence: 'heuristic' } : {}),
          message: {
            what: `${quote(sliceOf(document.source, command.range))} runs ${quote(from.source)} as code, out of ${quote(`$${from.name}`)}.`,
            why: `A variable is data only until a shell or an interpreter reads it again as a program: ${WHY}`,
            remedy:
              'Pass it as an argument instead (`python -c "..." "$VALUE"`, `bash -c "..." _ "$VALUE"`), or let a `case` pick one of the commands that you expect.',
          },
        };
      }
    }
  },
};
