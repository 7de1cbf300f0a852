import { nearestWord } from '../policy/nearest-word.ts';
import type { Rule } from '../types.ts';
import { rules } from './index.ts';

/** The rules of a name: its own id, or one that another analyzer gives the defect. */
export function namedRules(name: string): readonly Rule[] {
  return rules.filter((rule) => rule.id === name || Object.values(rule.aliases).some((ids) => ids.includes(name)));
}

/** The id that was most likely meant by a name that no rule has. */
export function nearestRule(name: string): string | undefined {
  return nearestWord(
    name,
    rules.map(({ id }) => id),
  );
}
