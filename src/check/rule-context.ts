import { factKey } from '../subjects/fact-key.ts';
import type { FactAnswer, Project, Rule, RuleContext, Side } from '../types.ts';

const UNKNOWN: FactAnswer = { state: 'unknown' };

/** What a rule may ask, for one side of a project. */
export function ruleContext(project: Project, side: Side, rules: readonly Rule[]): RuleContext {
  const { documents, tree } = project[side];
  return {
    side,
    project,
    document: (path) => documents.get(path),
    exists: (path) => (documents.has(path) ? true : tree === 'unknown' ? 'unknown' : tree.has(path)),
    weightOf: (id) => rules.find((rule) => rule.id === id),
    fact: (request) => project.facts.get(factKey(request)) ?? UNKNOWN,
  };
}
