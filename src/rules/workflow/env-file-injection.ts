import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { fileNeeds, fileProblems } from './shell-flow/file-problems.ts';
import { writeProblems } from './shell-flow/write-problems.ts';

export const envFileInjection: Rule<WorkflowDocument | ActionDocument> = {
  id: 'env-file-injection',
  kinds: ['workflow', 'action'],
  title: 'A stranger can set the variables of the steps that follow',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['github-env'],
    octoscan: ['dangerous-write'],
    codeql: ['actions/envvar-injection/critical', 'actions/envvar-injection/medium'],
    sisakulint: ['envvar-injection-critical', 'envvar-injection-medium'],
    'gato-x': ['EnvironmentPollutionResult'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: fileNeeds,

  *check(document, context) {
    yield* writeProblems(document, 'GITHUB_ENV', MESSAGE);
    yield* fileProblems(document, context, 'GITHUB_ENV', MESSAGE);
  },
};

const MESSAGE = {
  why: `A line break in that text begins a variable of the writer's choice: ${quote('LD_PRELOAD')}, ${quote('PYTHONPATH')} or ${quote('BASH_ENV')} make the next step run their code.`,
  remedy: `Hand the text on in a file or an output, or write it between delimiters that nobody can guess: ${quote('delimiter=$(openssl rand -hex 16)')}.`,
};
