import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { fileNeeds, fileProblems } from './shell-flow/file-problems.ts';
import { writeProblems } from './shell-flow/write-problems.ts';

export const pathFileInjection: Rule<WorkflowDocument | ActionDocument> = {
  id: 'path-file-injection',
  kinds: ['workflow', 'action'],
  title: 'A stranger picks where programs are looked for',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['github-env'],
    octoscan: ['dangerous-write'],
    codeql: ['actions/envpath-injection/critical', 'actions/envpath-injection/medium'],
    sisakulint: ['envpath-injection-critical', 'envpath-injection-medium'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: fileNeeds,

  *check(document, context) {
    yield* writeProblems(document, 'GITHUB_PATH', MESSAGE);
    yield* fileProblems(document, context, 'GITHUB_PATH', MESSAGE);
  },
};

const MESSAGE = {
  why: 'Every later step looks for its programs in that folder first: a file in there that is named like one of them is run instead.',
  remedy: 'Add only folders that the workflow itself names.',
};
