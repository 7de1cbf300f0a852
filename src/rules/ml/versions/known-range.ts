import type { DockerfileDocument } from '../../../documents/dockerfile.ts';
import type { RequirementsDocument } from '../../../documents/requirements.ts';
import { DEPENDENCY_FILES } from '../../../subjects/dependency-files.ts';
import { ancestorsOf, directoryOf } from '../../../subjects/directory-of.ts';
import type { Document, Need, RuleContext } from '../../../types.ts';
import { type VersionRange, versionRange } from './version-range.ts';

const IMAGES = ['Dockerfile'];

/** A library as its users install it. */
export interface Distribution {
  /** Normalised, as `Requirement.name`. */
  readonly distributions: readonly string[];
  /** Official images that bring it; their tag is its version. */
  readonly images?: RegExp;
}

/** The dependency files that speak for a Python file: those of its folder and the ones above. */
export function versionFiles(path: string): Need[] {
  return ancestorsOf(directoryOf(path)).flatMap((folder) => filesIn(folder).map((file) => ({ path: file })));
}

/** The files of one folder that tell versions. */
function filesIn(folder: string): readonly string[] {
  return [...DEPENDENCY_FILES, ...IMAGES].map((name) => (folder === '' ? name : `${folder}/${name}`));
}

/** Which versions the nearest file admits that names the library; undefined where none does. */
export function knownRange(library: Distribution, path: string, context: RuleContext): VersionRange | undefined {
  for (const folder of ancestorsOf(directoryOf(path))) {
    for (const file of filesIn(folder)) {
      const range = rangeIn(context.document(file), library);
      if (range) return range;
    }
  }
  return undefined;
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
