import type { Fix, Problem, Rule } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { replaceText } from '../calls/replace-text.ts';
import { type PythonSource, pythonUnits } from '../seeds/python-unit.ts';
import { versionFiles } from '../versions/known-range.ts';
import { airflow } from './data/airflow.ts';
import { numpy } from './data/numpy.ts';
import { pandas } from './data/pandas.ts';
import { tensorflow } from './data/tensorflow.ts';
import { torch } from './data/torch.ts';
import { type JudgedUse, judgedUses } from './judged-uses.ts';
import type { Library } from './outdated.ts';
import { usesOf } from './uses-of.ts';
import type { Verdict } from './verdict-of.ts';

const LIBRARIES: readonly Library[] = [airflow, numpy, pandas, tensorflow, torch];

type Told = Pick<Rule, 'id' | 'title' | 'severity' | 'confidence' | 'strictness' | 'domain' | 'aliases'> & {
  readonly verdict: Verdict;
  readonly why: string;
};

/** A rule for each library, about what is gone in the version in use, and two about what may go. */
export const apiRules: readonly Rule<PythonSource>[] = [
  ...LIBRARIES.map((library) =>
    apiRule([library], {
      id: `${library.id}-removed-api`,
      title: `${library.title} no longer has what the code uses`,
      severity: 'high',
      confidence: 'certain',
      strictness: 'regular',
      domain: 'correctness',
      aliases: library.aliases.gone,
      verdict: 'broken',
      why: 'The line raises an error with the version that is installed here: the file cannot be loaded, or the run ends there.',
    }),
  ),
  apiRule(LIBRARIES, {
    id: 'api-removed-later',
    title: 'A newer version of a library no longer has what the code uses',
    severity: 'low',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: merged(LIBRARIES.map(({ aliases }) => aliases.gone)),
    verdict: 'later',
    why: 'Nothing here holds the library back: the next installation may bring a version with which the line raises an error.',
  }),
  apiRule(LIBRARIES, {
    id: 'deprecated-api',
    title: 'The code uses what a library is about to remove',
    severity: 'low',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: merged(LIBRARIES.map(({ aliases }) => aliases.deprecated)),
    verdict: 'deprecated',
    why: 'It still works, with a warning at most: it is easier to change while both forms work than on the day of an upgrade.',
  }),
];

function apiRule(libraries: readonly Library[], { verdict, why, ...told }: Told): Rule<PythonSource> {
  return {
    ...told,
    kinds: ['python', 'notebook'],
    since: '0.1.0',
    on: 'document',
    fixable: true,

    *needs(document) {
      const units = pythonUnits(document);
      if (libraries.some((library) => units.some((unit) => usesOf(library, unit).length > 0)))
        yield* versionFiles(document.path);
    },

    *check(document, context) {
      for (const judged of judgedUses(libraries, document, context))
        if (judged.verdict === verdict) yield problem(judged, why);
    },
  };
}

function problem({ use, unit, library }: JudgedUse, why: string): Problem {
  const { name, gone, to, advice, functionName, range, edit } = use;
  const change = edit && replaceText(unit, edit.range, edit.text);
  const fix: Fix | undefined = change && {
    title: `Use ${to ?? edit.text}`.slice(0, 80),
    safety: 'review',
    edits: [change],
  };
  return {
    range: unit.toFileRange(range),
    key: `${functionName}/${name}`,
    message: {
      what: gone
        ? `${quote(name)} is gone since ${library.title} ${versionText(gone)}.`
        : `${quote(name)} of ${library.title} is deprecated.`,
      why: use.why ?? why,
      remedy: advice ?? `Use ${quote(to ?? '')} instead.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function versionText(version: readonly number[]): string {
  return version.length === 1 ? `${version[0]}.0` : version.join('.');
}

function merged(all: readonly Readonly<Record<string, readonly string[]>>[]): Record<string, readonly string[]> {
  const ids = new Map<string, Set<string>>();
  for (const [tool, names] of all.flatMap((one) => Object.entries(one)))
    ids.set(tool, new Set([...(ids.get(tool) ?? []), ...names]));
  return Object.fromEntries([...ids].map(([tool, names]) => [tool, [...names]]));
}
