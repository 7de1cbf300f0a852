import { ancestorsOf, directoryOf } from './directory-of.ts';

const NAMES = [
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
    NAMES.map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
}
