import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { writeProblems } from './shell-flow/write-problems.ts';

export const outputClobbering: Rule<WorkflowDocument | ActionDocument> = {
  id: 'output-clobbering',
  kinds: ['workflow', 'action'],
  title: 'A stranger can set the other outputs of a step',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    octoscan: ['dangerous-write'],
    codeql: ['actions/output-clobbering/high'],
    sisakulint: ['output-clobbering-critical', 'output-clobbering-medium'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    yield* writeProblems(document, 'GITHUB_OUTPUT', {
      why: 'A line break in that text begins another output: what later steps and jobs decide by is then the choice of whoever wrote it.',
      remedy: `Write it between delimiters that nobody can guess, ${quote('delimiter=$(openssl rand -hex 16)')}, or take the line breaks out.`,
    });
  },
};
