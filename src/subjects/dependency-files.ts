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

/** Read for every Python file that changes, wherever the listing of a large repository does not tell what is there. */
const MOST_USED = ['requirements.txt', 'pyproject.toml'];

/** Where the dependencies of a Python file may be written down: in its folder and those above, nearest first. */
export function dependencyFiles(path: string): readonly string[] {
  return beside(path, DEPENDENCY_FILES);
}

/** Those of them that are worth asking for before it is known what the file is. */
export function likelyDependencyFiles(path: string): readonly string[] {
  return beside(path, MOST_USED);
}

function beside(path: string, names: readonly string[]): readonly string[] {
  return ancestorsOf(directoryOf(path)).flatMap((folder) =>
    names.map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
}
