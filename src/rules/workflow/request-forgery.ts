import { sliceOf } from '../../documents/source-text.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { actionArguments } from './shell-flow/action-arguments.ts';
import { requestWord } from './shell-flow/request-words.ts';
import { shellFlows } from './shell-flow/shell-flows.ts';

const REMEDY =
  'Name the host in the workflow, and let the text fill in no more than a part of the path that is checked first.';

export const requestForgery: Rule<WorkflowDocument | ActionDocument> = {
  id: 'request-forgery',
  kinds: ['workflow', 'action'],
  title: "A stranger's text says where a request goes",
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/request-forgery'],
    sisakulint: ['request-forgery-critical', 'request-forgery-medium'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { key, commands, variables } of shellFlows(document)) {
      for (const command of commands) {
        const found = requestWord(command, variables);
        if (!found) continue;
        yield {
          range: command.range,
          key: `${key}/${found.from.source}`,
          message: {
            what: `${quote(sliceOf(document.source, command.range))} goes where ${quote(found.from.source)} says.`,
            why: 'The request leaves from inside your network with what it carries: a token in its header, an answer of a metadata service, a file that is then run.',
            remedy: REMEDY,
          },
        };
      }
    }
    for (const { key, range, written, name } of actionArguments(document, 'request')) {
      yield {
        range,
        key,
        severity: 'high',
        message: {
          what: `${quote(written)} says where the request of ${quote(name)} goes.`,
          why: 'The action sends its token along: whoever writes the text picks what is asked or changed with it.',
          remedy: REMEDY,
        },
      };
    }
  },
};
