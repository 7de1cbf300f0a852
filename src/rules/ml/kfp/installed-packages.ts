import type { KubeflowDocument } from '../../../documents/kubeflow.ts';
import { toRequirement } from '../../../documents/requirements/to-requirement.ts';
import type { Range } from '../../../types.ts';
import { isTestPath, type PythonSource, pythonUnits } from '../seeds/python-unit.ts';
import { kubeflowComponents } from './components.ts';

/** A package that a component installs when it starts. */
export interface InstalledPackage {
  readonly component: string;
  /** As it is written. */
  readonly text: string;
  readonly exact: boolean;
  readonly range: Range;
}

/** The packages that components of a Python file, or of a compiled pipeline, install when they start. */
export function installedPackages(document: PythonSource | KubeflowDocument): readonly InstalledPackage[] {
  return document.kind === 'kubeflow' ? ofExecutors(document) : ofComponents(document);
}

function ofComponents(document: PythonSource): readonly InstalledPackage[] {
  if (isTestPath(document.path)) return [];
  return pythonUnits(document).flatMap((unit) =>
    kubeflowComponents(unit).flatMap(({ definition, decorator }) => {
      const list = decorator?.args.find(({ name }) => name === 'packages_to_install')?.value;
      return (list?.items ?? []).flatMap(({ value, range }) =>
        typeof value === 'string' ? toPackage(definition.name, value, unit.toFileRange(range)) : [],
      );
    }),
  );
}

/** Words behind `pip install`, up to the end of the command. */
const INSTALL = /\bpip3? install((?:[ \t]+(?:'[^']*'|"[^"]*"|[^\s'"&|;]+))*)/g;
/** What the compiler itself installs. */
const OWN = /^(kfp|typing-extensions)\b/;

/** More than any component installs. */
const MAX_PACKAGES = 200;

function ofExecutors({ view, source }: KubeflowDocument): readonly InstalledPackage[] {
  return view.executors.flatMap(({ name, words }) =>
    words.flatMap(({ text, contentRange: { start, end } }) => {
      const written = source.slice(start, end);
      return [...text.matchAll(INSTALL)]
        .flatMap((match) => match[1]?.match(/'[^']*'|"[^"]*"|\S+/g) ?? [])
        .map((word) => word.replace(/^["']|["']$/g, ''))
        .filter((word) => !OWN.test(word))
        .slice(0, MAX_PACKAGES)
        .flatMap((word) => {
          const at = written.indexOf(word);
          const range = at < 0 ? { start, end: start + 1 } : { start: start + at, end: start + at + word.length };
          return toPackage(name, word, range);
        });
    }),
  );
}

/** Options, files, addresses and what a template fills in say nothing of a version here. */
function toPackage(component: string, text: string, range: Range): InstalledPackage[] {
  if (/^[-./]|:\/\/|[{$]|\.(txt|whl|tar\.gz|zip)$/.test(text)) return [];
  const requirement = toRequirement(text, 0);
  return requirement ? [{ component, text, exact: requirement.exact, range }] : [];
}
