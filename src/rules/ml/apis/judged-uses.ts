import type { RuleContext } from '../../../types.ts';
import { type PythonSource, type PythonUnit, pythonUnits } from '../seeds/python-unit.ts';
import { knownRange } from '../versions/known-range.ts';
import type { Library, Use } from './outdated.ts';
import { usesOf } from './uses-of.ts';
import { bothOf, type Verdict, verdictOf } from './verdict-of.ts';

export interface JudgedUse {
  readonly use: Use;
  readonly unit: PythonUnit;
  readonly library: Library;
  readonly verdict: Verdict;
}

/** What a file uses of what libraries no longer have, with what that means in the versions it is run with. */
export function judgedUses(
  libraries: readonly Library[],
  document: PythonSource,
  context: RuleContext,
): readonly JudgedUse[] {
  return libraries.flatMap((library) => {
    const found = pythonUnits(document).flatMap((unit) => usesOf(library, unit).map((use) => ({ use, unit })));
    if (found.length === 0) return [];
    const range = knownRange(library, document.path, context);
    return found.map(({ use, unit }) => ({
      use,
      unit,
      library,
      verdict: verdictOf(use, bothOf(range, library.atLeast?.(unit))),
    }));
  });
}
