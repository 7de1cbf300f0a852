import type { ActionDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { compositeExpressionProblems } from './metadata/composite-expressions.ts';
import { missingFiles, type NamedFile } from './metadata/missing-files.ts';
import { validateAction } from './metadata/validate-action.ts';
import { mismatchProblem } from './schema/mismatch-problem.ts';

export const actionMetadata: Rule<ActionDocument> = {
  id: 'action-metadata',
  kinds: ['action'],
  title: 'GitHub cannot load the action',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['action'], languageservices: ['action-metadata'], 'action-validator': ['action-schema'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document, context) {
    let wrong = 0;
    for (const mismatch of validateAction(document)) {
      wrong += 1;
      yield mismatchProblem(mismatch, WHY);
    }
    for (const found of compositeExpressionProblems(document)) {
      wrong += 1;
      yield found;
    }
    for (const file of missingFiles(document, context)) {
      wrong += 1;
      yield file.exists === 'unknown' ? unverified(file) : missing(file);
    }
    const [first] = document.view.root.entries;
    if (first && wrong === 0) yield { proof: 'The action has the shape that GitHub asks for', range: first.key.range };
  },
};

const WHY = {
  refused: 'GitHub cannot load the action: every step that uses it fails.',
  unknown: 'GitHub does not know it. If it is newer than this reviewer, ignore this.',
  idle: 'GitHub runs the action all the same, and whoever reads the file is misled.',
};

function missing({ key, scalar, path }: NamedFile): Observation {
  return {
    range: scalar.range,
    key: `runs.${key}`,
    // It may be built in the workflow, before a step uses the action.
    severity: 'medium',
    confidence: 'likely',
    message: {
      what: `${quote(key)} names ${quote(path)}, and the repository has no such file.`,
      why: 'The runner takes the repository as it is: every step that uses the action fails.',
      remedy:
        key === 'image'
          ? 'Commit the Dockerfile, or write `docker://` before the name of an image.'
          : 'Commit the file, or correct the path.',
    },
  };
}

function unverified({ key, path, scalar }: NamedFile): Observation {
  return { unverified: `whether ${quote(path)}, the ${quote(key)} of the action, exists`, range: scalar.range };
}
