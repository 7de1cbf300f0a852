import { ancestorsOf, directoryOf } from './directory-of.ts';

/** Names of files that say what Python depends on. */
export const DEPENDENCY_FILES: readonly string[] = [
  'requirements.txt',
  'pyproject.toml',
  'environment.yml',
  'environment.yaml',
  'conda.yaml',
  'conda.yml',
  'constraints.txt',
];

/** Where the dependencies of a Python file may be written down: in its folder and those above, nearest first. */
export function dependencyFiles(path: string): readonly string[] {
  return ancestorsOf(directoryOf(path)).flatMap((folder) =>
    DEPENDENCY_FILES.map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
}
