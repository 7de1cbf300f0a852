import { joinPath } from '../../subjects/directory-of.ts';
import type { MlflowProject } from '../../subjects/pipelines/mlflow-project.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { startedScripts } from './projects/started-scripts.ts';

export const mlprojectFileMissing: Rule<MlflowProject> = {
  id: 'mlproject-file-missing',
  kinds: ['mlproject'],
  title: 'An MLflow project names a file that does not exist',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'pipeline',
  fixable: false,

  *check({ definition, directory }, context) {
    const named: readonly NamedFile[] = [
      ...definition.view.environments.map(({ key, path }) => ({ key, path: path.text, range: path.range })),
      ...definition.view.entryPoints.flatMap(({ name, command }) =>
        command ? startedScripts(command, definition.source).map((script) => ({ key: name, ...script })) : [],
      ),
    ];
    let unknown = false;
    let missing = 0;
    for (const file of named) {
      const path = joinPath(directory, file.path);
      const exists = path === undefined ? 'unknown' : context.exists(path);
      if (exists === 'unknown') unknown = true;
      if (exists !== false) continue;
      missing += 1;
      yield problem(file);
    }
    const [first] = named;
    if (!first || missing > 0) return;
    const { range } = first;
    if (unknown) yield { unverified: 'whether the files that the project names exist is not known', range };
    else yield { proof: `${named.length} of ${named.length} files that the project names exist`, range };
  },
};

interface NamedFile {
  /** The entry point, or the key that names an environment. */
  readonly key: string;
  readonly path: string;
  readonly range: Range;
}

function problem({ key, path, range }: NamedFile): Observation {
  const isEnvironment = /^(python|conda)_env$/.test(key);
  return {
    range,
    key: `${key}/${path}`,
    message: {
      what: isEnvironment
        ? `${quote(key)} names ${quote(path)}, which is not in the repository.`
        : `The entry point ${quote(key)} starts ${quote(path)}, which is not in the repository.`,
      why: isEnvironment
        ? 'MLflow looks for it before it starts anything, so no entry point of the project runs.'
        : 'The environment is built, the run is opened, and then it fails.',
      remedy: 'Commit the file, or name the right one; paths count from the folder of the MLproject file.',
    },
  };
}
