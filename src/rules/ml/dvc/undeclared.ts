import type { PythonDocument } from '../../../documents/python.ts';
import { joinPath } from '../../../subjects/directory-of.ts';
import type { DvcNode, DvcPipeline } from '../../../subjects/pipelines/dvc-pipeline.ts';
import type { RuleContext } from '../../../types.ts';

/** Something a stage reads and does not declare. */
export interface Undeclared {
  /** As it is to be written under `deps`, from the stage's working directory. */
  readonly path: string;
  /** How it is known: by the command, or by the script that the stage runs. */
  readonly by: 'command' | 'script';
}

/** Files that a stage's command or script names, that exist or are made by another stage, and that it does not declare. */
export function undeclared(node: DvcNode, pipeline: DvcPipeline, context: RuleContext): readonly Undeclared[] {
  const declared = declaredPaths(node, pipeline);
  const made = pipeline.nodes.filter((other) => other !== node).flatMap((other) => madePaths(other, pipeline));
  const inRepository = (path: string) => resolve(path, node, pipeline);
  const isOpen = (path: string | undefined): path is string =>
    path !== undefined && path !== '' && !declared.some((one) => covers(one, path) || covers(path, one));
  const named = wordsOf(node).filter((word) => {
    const path = inRepository(word);
    return isOpen(path) && (made.includes(path) || context.exists(path) === true);
  });
  const read = node.scripts
    .flatMap((script) => pathsReadBy(context.document(script) as PythonDocument | undefined))
    .filter((path) => {
      const own = inRepository(path);
      return isOpen(own) && made.includes(own);
    });
  return [
    ...[...new Set(named)].map((path) => ({ path, by: 'command' as const })),
    ...[...new Set(read)].filter((path) => !named.includes(path)).map((path) => ({ path, by: 'script' as const })),
  ];
}

function resolve(path: string, { stage }: DvcNode, { directory }: DvcPipeline): string | undefined {
  return path.startsWith('/') ? undefined : joinPath(directory, `${stage.workingDirectory}/${path}`);
}

function declaredPaths(node: DvcNode, pipeline: DvcPipeline): readonly string[] {
  const { deps, outs, metrics, params } = node.stage;
  const paths = [...[...deps, ...outs, ...metrics].map(({ path }) => path), ...params.map(({ file }) => file)];
  return paths.flatMap((path) => resolve(path, node, pipeline) ?? []);
}

function madePaths(node: DvcNode, pipeline: DvcPipeline): readonly string[] {
  return [...node.stage.outs, ...node.stage.metrics].flatMap(({ path }) => resolve(path, node, pipeline) ?? []);
}

function covers(folder: string, path: string): boolean {
  return folder === path || path.startsWith(`${folder}/`);
}

/** Words of the command that are paths: with a slash or an ending, plain, also behind `--option=`. */
function wordsOf({ stage }: DvcNode): readonly string[] {
  return stage.command
    .split(/[\s;|&<>()]+/)
    .map((word) => word.replace(/^--?[\w-]+=/, '').replace(/^["']|["']$/g, ''))
    .filter((word) => /^[\w.][\w./-]*$/.test(word) && /\/|\.\w{1,8}$/.test(word) && !/^\.+$|^\d/.test(word))
    .map((word) => word.replace(/^\.\//, '').replace(/\/$/, ''));
}

/** Literal paths that a script opens for reading. */
function pathsReadBy(document: PythonDocument | undefined): readonly string[] {
  if (document?.kind !== 'python') return [];
  return document.view.calls.flatMap(({ callee, args }) => {
    const [first, second] = args;
    const path = first?.name === undefined ? first?.value.value : undefined;
    const mode = second?.value.value;
    const reads = /(^|[._])(read_\w+|load|loads|open|load_\w+|imread|from_file)$/.test(callee);
    return reads && typeof path === 'string' && !/[wax+]/.test(typeof mode === 'string' ? mode : '') ? [path] : [];
  });
}
