import { sliceOf } from '../../documents/source-text.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { scriptCommands } from './script-flow/script-commands.ts';
import { actionArguments } from './shell-flow/action-arguments.ts';
import { argumentWord } from './shell-flow/argument-words.ts';
import { codeWord } from './shell-flow/code-words.ts';
import { requestWord } from './shell-flow/request-words.ts';
import { type ShellFlow, shellFlows } from './shell-flow/shell-flows.ts';

export const argumentInjection: Rule<WorkflowDocument | ActionDocument> = {
  id: 'argument-injection',
  kinds: ['workflow', 'action'],
  title: "A stranger's text chooses what a program does",
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/argument-injection/critical', 'actions/argument-injection/medium', 'actions/secret-exfiltration'],
    sisakulint: ['argument-injection-critical', 'argument-injection-medium'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const flow of shellFlows(document)) yield* ofScript(document, flow);
    for (const { key, range, named, from, how } of scriptCommands(document)) {
      if (how !== 'options') continue;
      yield {
        range,
        key: `${key}/${from.source}`,
        severity: lessened(from.severity),
        ...(from.filtered ? { confidence: 'heuristic' } : {}),
        message: {
          what: `${quote(named)} takes ${quote(from.source)} for several words, which may be options.`,
          why: 'The toolkit splits a command line at its spaces, and options of this program start commands or send files away.',
          remedy: `Hand the arguments over in a list: ${quote("exec.exec('git', ['log', '--', title])")}.`,
        },
      };
    }
    for (const { key, range, written, severity, name } of actionArguments(document, 'options')) {
      yield {
        range,
        key,
        severity: lessened(severity),
        message: {
          what: `${quote(written)} is part of the ${quote(name)}, a command line.`,
          why: 'A space in that text begins another option: the address that results and tokens are sent to is one of them.',
          remedy:
            'Pass only values that hold no spaces, such as a number or a commit, or set the property in the settings file of the program.',
        },
      };
    }
  },
};

/** It takes a program that plays along: one step less than code. */
function lessened(severity: Severity): Severity {
  return severity === 'critical' ? 'high' : 'medium';
}

function* ofScript({ source }: WorkflowDocument | ActionDocument, flow: ShellFlow): Generator<Observation> {
  for (const command of flow.commands) {
    // Where it is run as code, or is the address of a request, another rule tells.
    if (codeWord(command, flow.variables) || requestWord(command, flow.variables)) continue;
    const found = argumentWord(command, flow.variables, source);
    if (!found) continue;
    const { from, how } = found;
    yield {
      range: command.range,
      key: `${flow.key}/${from.source}`,
      severity: lessened(from.severity),
      ...(from.filtered ? { confidence: 'heuristic' } : {}),
      message: {
        what: `${quote(sliceOf(source, command.range))} takes ${quote(from.source)}, out of ${quote(`$${from.name}`)}, ${how === 'program' ? 'into its program' : 'for several words, which may be options'}.`,
        why:
          how === 'program'
            ? 'A slash ends the replacement, and what follows is part of the program: GNU sed and awk start commands and write files when told to.'
            : 'Without quotes the shell splits the text at its spaces, and options of this program start commands or send files away.',
        remedy:
          how === 'program'
            ? 'Hand it over as data: `awk -v value="$VALUE"`, `${text//pattern/$VALUE}` of bash, or `jq --arg`.'
            : 'Put the variable in double quotes, behind a `--` where the program knows it.',
      },
    };
  }
}
