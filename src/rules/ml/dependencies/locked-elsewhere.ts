import { ancestorsOf, directoryOf } from '../../../subjects/directory-of.ts';
import type { RuleContext } from '../../../types.ts';

const LOCKS = [
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'pylock.toml',
  'Pipfile.lock',
  'requirements.lock',
  'requirements-lock.txt',
  'requirements.lock.txt',
  'conda-lock.yml',
  'conda-lock.yaml',
  'pixi.lock',
];
/** Who is packaged to be installed by others leaves versions to them. */
const PACKAGED = ['setup.py', 'setup.cfg', 'pyproject.toml'];
/** What shows that a project is run, not only installed. */
const RUN = [
  'Dockerfile',
  'dvc.yaml',
  'MLproject',
  'params.yaml',
  'docker-compose.yml',
  'compose.yaml',
  'Containerfile',
];

type Answer = boolean | 'unknown';

/** Whether a lock file beside a dependency file, or above it, fixes the versions. */
export function isLocked(path: string, context: RuleContext): Answer {
  return anyOf(LOCKS, ancestorsOf(directoryOf(path)), context);
}

/** Whether the folder of a file is that of a library: packaged, and nothing in it is run. */
export function isLibrary(path: string, packaged: boolean | undefined, context: RuleContext): Answer {
  const folder = [directoryOf(path)];
  const isPackaged = packaged ?? anyOf(PACKAGED, folder, context);
  if (isPackaged === false) return false;
  const isRun = anyOf(RUN, folder, context);
  if (isRun === true) return false;
  return isPackaged === 'unknown' || isRun === 'unknown' ? 'unknown' : true;
}

function anyOf(names: readonly string[], folders: readonly string[], context: RuleContext): Answer {
  const answers = folders.flatMap((folder) =>
    names.map((name) => context.exists(folder === '' ? name : `${folder}/${name}`)),
  );
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}
