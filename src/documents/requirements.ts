import type { Document, ParseProblem, Range, Side, SourceComment } from '../types.ts';
import { areOfMachineLearning } from './requirements/are-of-machine-learning.ts';
import { readConda } from './requirements/read-conda.ts';
import { readPip } from './requirements/read-pip.ts';
import { readPyproject } from './requirements/read-pyproject.ts';
import { readPythonEnv } from './requirements/read-python-env.ts';

/** One dependency of a Python project. */
export interface Requirement {
  /** As package indexes compare names: lower case, dashes. */
  readonly name: string;
  /** What stands behind the name: `>=2,<3`, `==1.4.2`, `@ git+https://...`; empty for any version. */
  readonly specifier: string;
  /** One version and no other: `==1.4.2`, `===`, a commit, a file with its hash. */
  readonly exact: boolean;
  /** With `--hash`: a changed artefact is refused. */
  readonly hashed: boolean;
  readonly range: Range;
  readonly nameRange: Range;
}

export interface RequirementOption {
  /** Long form where there is one: `--extra-index-url`. */
  readonly name: string;
  readonly value: string;
  readonly range: Range;
}

export interface RequirementsView {
  readonly format: 'pip' | 'conda' | 'pyproject';
  readonly requirements: readonly Requirement[];
  readonly options: readonly RequirementOption[];
  /** Names a package of machine learning, or an orchestrator and a library for data. */
  readonly isMachineLearning: boolean;
}

export type RequirementsDocument = Document<'requirements', RequirementsView>;

/** What a reader of one format gives. */
export interface ReadRequirements {
  readonly requirements: readonly Requirement[];
  readonly options: readonly RequirementOption[];
  readonly comments: readonly SourceComment[];
  readonly problems: readonly ParseProblem[];
}

/** Reads requirements*.txt, constraints, python_env.yaml, a conda environment or pyproject.toml. Never throws for a text. */
export function parseRequirements(path: string, side: Side, source: string): RequirementsDocument {
  const [format, read] = readerOf(path);
  const { requirements, options, comments, problems } = read(source);
  const isMachineLearning = areOfMachineLearning(requirements.map(({ name }) => name));
  const view = { format, requirements, options, isMachineLearning };
  return { kind: 'requirements', path, side, source, view, comments, problems };
}

/** The environment of an MLflow project is YAML whose lines are those of pip. */
function readerOf(path: string): readonly [RequirementsView['format'], (source: string) => ReadRequirements] {
  if (/\.toml$/i.test(path)) return ['pyproject', readPyproject];
  if (/(^|\/)python_env[\w.-]*\.ya?ml$/i.test(path)) return ['pip', readPythonEnv];
  return /\.ya?ml$/i.test(path) ? ['conda', readConda] : ['pip', readPip];
}
