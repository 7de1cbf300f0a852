import type { DvcStage } from '../../documents/dvc/dvc-stage.ts';
import type { DvcDocument } from '../../documents/dvc.ts';
import type { ParamsDocument } from '../../documents/params.ts';
import type { Document, Subject } from '../../types.ts';
import { directoryOf, joinPath } from '../directory-of.ts';
import type { MlPipeline, PipelineNode } from '../ml-pipeline.ts';
import { scriptsOf } from './scripts-of.ts';

/** A pipeline that DVC runs. */
export interface DvcPipeline extends MlPipeline {
  readonly definition: DvcDocument;
  readonly lock?: DvcDocument;
  /** Parameter files by repository path. */
  readonly params: ReadonlyMap<string, ParamsDocument>;
  readonly nodes: readonly DvcNode[];
}

export interface DvcNode extends PipelineNode {
  readonly stage: DvcStage;
}

/** The pipeline of a dvc.yaml, with its lock and its parameters. */
export function dvcPipeline(definition: DvcDocument, byPath: ReadonlyMap<string, Document>): Subject<DvcPipeline> {
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
    type: 'pipeline',
    key: definition.path,
    kinds: ['dvc', 'params', 'python'],
    paths: [
      definition.path,
      ...(lock ? [lock.path] : []),
      ...params.keys(),
      ...nodes.flatMap((node) => node.scripts),
      ...nodes.flatMap(({ stage }) => dependenciesOf(stage, directory)),
    ],
    value: { directory, definition, params, nodes, ...(lock && isDvc(lock) ? { lock } : {}) },
  };
}

/** Repository paths of the parameter files that a pipeline's stages name. */
function paramFiles(definition: DvcDocument, directory: string): string[] {
  const named = definition.view.stages.flatMap((stage) =>
    stage.params.map((param) => joinPath(directory, `${stage.workingDirectory}/${param.file}`)),
  );
  return [...new Set([inside(directory, 'params.yaml'), ...named.filter((path) => path !== undefined)])];
}

/** Repository paths of what a stage says it depends on. */
function dependenciesOf(stage: DvcStage, directory: string): string[] {
  const paths = stage.deps.map(({ path }) => joinPath(directory, `${stage.workingDirectory}/${path}`));
  return paths.filter((path) => path !== undefined);
}

function graph(stages: readonly DvcStage[], directory: string): DvcNode[] {
  const makers = new Map<string, string>();
  for (const stage of stages) {
    for (const { path } of [...stage.outs, ...stage.metrics])
      makers.set(`${stage.workingDirectory}/${path}`, stage.name);
  }
  return stages.map((stage) => {
    const { name, nameRange, command, workingDirectory } = stage;
    const after = stage.deps.flatMap((dep) => makers.get(`${workingDirectory}/${dep.path}`) ?? []);
    const scripts = scriptsOf(command, inside(directory, workingDirectory));
    return { name, nameRange, command, stage, scripts, after: [...new Set(after)] };
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
