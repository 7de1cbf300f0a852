import type { DependabotDocument } from '../../documents/dependabot.ts';
import type { Rule } from '../../types.ts';
import { validateDependabot } from './dependabot/validate-dependabot.ts';
import { mismatchProblem } from './schema/mismatch-problem.ts';

export const dependabotSyntax: Rule<DependabotDocument> = {
  id: 'dependabot-syntax',
  kinds: ['dependabot'],
  title: 'Dependabot does not accept its settings',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    let wrong = 0;
    for (const mismatch of validateDependabot(document)) {
      wrong += 1;
      yield mismatchProblem(mismatch, WHY);
    }
    const [first] = document.view.root?.entries ?? [];
    if (first && wrong === 0)
      yield {
        proof: `${document.view.updates.length} updates have the shape that Dependabot asks for`,
        range: first.key.range,
      };
  },
};

const WHY = {
  refused: 'Dependabot reads none of the file: no update comes, and nothing in the repository says so.',
  unknown: 'Dependabot refuses what it does not know. If it is newer than this reviewer, ignore this.',
  idle: 'Whoever reads it relies on something that Dependabot never does.',
};
