import { factKey } from '../subjects/fact-key.ts';
import type { FactAnswer, Project, RuleContext, Side } from '../types.ts';

const UNKNOWN: FactAnswer = { state: 'unknown' };

/** What a rule may ask, for one side of a project. */
export function ruleContext(project: Project, side: Side): RuleContext {
  const { documents, tree } = project[side];
  return {
    side,
    project,
    document: (path) => documents.get(path),
    exists: (path) => (documents.has(path) ? true : tree === 'unknown' ? 'unknown' : tree.has(path)),
    fact: (request) => project.facts.get(factKey(request)) ?? UNKNOWN,
  };
}
