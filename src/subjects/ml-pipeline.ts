import type { DvcStage } from '../documents/dvc/dvc-stage.ts';
import type { DvcDocument } from '../documents/dvc.ts';
import type { ParamsDocument } from '../documents/params.ts';
import type { Document, Subject } from '../types.ts';
import { directoryOf, joinPath } from './directory-of.ts';

/** A training pipeline as a graph; the first form is read from dvc.yaml. */
export interface MlPipeline {
  readonly directory: string;
  readonly definition: DvcDocument;
  readonly lock?: DvcDocument;
  /** Parameter files by repository path. */
  readonly params: ReadonlyMap<string, ParamsDocument>;
  readonly nodes: readonly PipelineNode[];
}

export interface PipelineNode {
  readonly stage: DvcStage;
  /** Scripts that its command names, by repository path. */
  readonly scripts: readonly string[];
  /** Names of the stages whose outputs it reads. */
  readonly after: readonly string[];
}

/** One pipeline per dvc.yaml. */
export function mlPipelines(documents: readonly Document[]): Subject<MlPipeline>[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  return documents
    .filter(isDvc)
    .filter((document) => document.view.file === 'pipeline')
    .map((definition) => {
      const directory = directoryOf(definition.path);
      const lock = byPath.get(inside(directory, 'dvc.lock'));
      const nodes = graph(definition.view.stages, directory);
      const params = new Map(
        paramFiles(definition, directory).flatMap((path) => {
          const document = byPath.get(path);
          return document && isParams(document) ? [[path, document] as const] : [];
        }),
      );
      return {
        type: 'pipeline' as const,
        key: definition.path,
        kinds: ['dvc', 'params', 'python'] as const,
        paths: [
          definition.path,
          ...(lock ? [lock.path] : []),
          ...params.keys(),
          ...nodes.flatMap((node) => node.scripts),
          ...nodes.flatMap(({ stage }) => dependenciesOf(stage, directory)),
          ...nodes.flatMap(({ stage }) => dependenciesOf(stage, directory)),
        ],
        value: { directory, definition, params, nodes, ...(lock && isDvc(lock) ? { lock } : {}) },
      };
    });
}

/** Repository paths of the parameter files that a pipeline's stages name. */
export function paramFiles(definition: DvcDocument, directory: string): string[] {
  const named = definition.view.stages.flatMap((stage) =>
    stage.params.map((param) => joinPath(directory, `${stage.workingDirectory}/${param.file}`)),
  );
  return [...new Set([inside(directory, 'params.yaml'), ...named.filter((path) => path !== undefined)])];
}

/** Repository paths of the scripts that a stage's command names. */
export function scriptsOf(stage: DvcStage, directory: string): string[] {
  const words = stage.command.split(/[\s;|&]+/).map((word) => word.replace(/^["']|["']$/g, ''));
  const files = words.filter((word) => /\.(py|ipynb|sh|R)$/.test(word));
  const modules = [...stage.command.matchAll(/python3?\s+-m\s+([\w.]+)/g)].map(
    (match) => `${(match[1] ?? '').replaceAll('.', '/')}.py`,
  );
  const paths = [...files, ...modules].map((file) => joinPath(directory, `${stage.workingDirectory}/${file}`));
  return paths.filter((path) => path !== undefined);
}

/** Repository paths of what a stage says it depends on. */
function dependenciesOf(stage: DvcStage, directory: string): string[] {
  const paths = stage.deps.map(({ path }) => joinPath(directory, `${stage.workingDirectory}/${path}`));
  return paths.filter((path) => path !== undefined);
}

function graph(stages: readonly DvcStage[], directory: string): PipelineNode[] {
  const makers = new Map<string, string>();
  for (const stage of stages) {
    for (const { path } of [...stage.outs, ...stage.metrics])
      makers.set(`${stage.workingDirectory}/${path}`, stage.name);
  }
  return stages.map((stage) => {
    const after = stage.deps.flatMap((dep) => makers.get(`${stage.workingDirectory}/${dep.path}`) ?? []);
    return { stage, scripts: scriptsOf(stage, directory), after: [...new Set(after)] };
  });
}

function inside(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

function isDvc(document: Document): document is DvcDocument {
  return document.kind === 'dvc' && document.view !== undefined;
}

function isParams(document: Document): document is ParamsDocument {
  return document.kind === 'params' && document.view !== undefined;
}
