import type { DockerfileDocument } from '../../../documents/dockerfile.ts';
import type { RequirementsDocument } from '../../../documents/requirements.ts';
import { ancestorsOf, directoryOf } from '../../../subjects/directory-of.ts';
import type { Document, Need, RuleContext } from '../../../types.ts';
import { type VersionRange, versionRange } from './version-range.ts';

const REQUIREMENTS = [
  'requirements.txt',
  'pyproject.toml',
  'environment.yml',
  'environment.yaml',
  'conda.yaml',
  'conda.yml',
  'constraints.txt',
];
const IMAGES = ['Dockerfile'];

/** A library as its users install it. */
export interface Distribution {
  /** Normalised, as `Requirement.name`. */
  readonly distributions: readonly string[];
  /** Official images that bring it; their tag is its version. */
  readonly images?: RegExp;
}

/** The dependency files that speak for a Python file: those of its folder and the ones above. */
export function dependencyFiles(path: string): Need[] {
  return foldersOf(path).flatMap((folder) => [...REQUIREMENTS, ...IMAGES].map((name) => ({ path: folder + name })));
}

/** Which versions the nearest file admits that names the library; undefined where none does. */
export function knownRange(library: Distribution, path: string, context: RuleContext): VersionRange | undefined {
  for (const folder of foldersOf(path)) {
    for (const name of [...REQUIREMENTS, ...IMAGES]) {
      const range = rangeIn(context.document(folder + name), library);
      if (range) return range;
    }
  }
  return undefined;
}

/** The folder of a file and those above it, each with its slash. */
function foldersOf(path: string): readonly string[] {
  return ancestorsOf(directoryOf(path)).map((folder) => (folder === '' ? '' : `${folder}/`));
}

function rangeIn(document: Document | undefined, { distributions, images }: Distribution): VersionRange | undefined {
  if (document?.kind === 'requirements') {
    const { requirements } = (document as RequirementsDocument).view;
    const found = requirements.find(({ name }) => distributions.includes(name));
    // A library without a version says as little as a file that does not name it.
    return found && found.specifier !== '' ? versionRange(found.specifier) : undefined;
  }
  if (document?.kind !== 'dockerfile') return undefined;
  const { view, source } = document as DockerfileDocument;
  const from = view.stages.map((stage) => stage.from).find(({ repository }) => images?.test(repository ?? ''));
  const tag = /^(?:slim-)?(\d+\.\d+(?:\.\d+)?)(?![\w.])/.exec(from?.tag ?? '')?.[1];
  if (tag) return versionRange(`==${tag}`);
  const installed = distributions.flatMap((name) => installedVersion(source, name));
  return installed[0] === undefined ? undefined : versionRange(`==${installed[0]}`);
}

/** `pip install "apache-airflow[postgres]==2.9.1"` in a script. */
function installedVersion(source: string, name: string): string[] {
  const found = new RegExp(`(?:^|[\\s"'=])${name}(?:\\[[\\w,.-]{0,99}\\])?==(\\d[\\d.]{0,20})`, 'im').exec(source);
  return found?.[1] ? [found[1]] : [];
}
