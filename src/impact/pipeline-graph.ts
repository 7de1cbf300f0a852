import type { WorkflowDocument } from '../documents/workflow.ts';
import type { MlPipeline } from '../subjects/ml-pipeline.ts';
import type { Impact, Project, ProjectSide } from '../types.ts';

interface Graph {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/** More nodes than this make a picture that nobody reads. */
const MAX_NODES = 25;

/** The pipeline that the change touches, when its shape changed: stages of a training pipeline, or jobs of a workflow. */
export function pipelineGraph({ change, base, head }: Project): Impact['graph'] {
  const changed = change.files.map(({ path }) => path);
  for (const path of changed) {
    const [before, after] = [graphOf(base, path), graphOf(head, path)];
    if (!before || !after || after.nodes.length < 2 || after.nodes.length > MAX_NODES) continue;
    // Entry points of a project know nothing of each other.
    if (before.edges.length === 0 && after.edges.length === 0) continue;
    if (JSON.stringify(before) !== JSON.stringify(after)) return draw(before, after);
  }
  return undefined;
}

function graphOf(side: ProjectSide, path: string): Graph | undefined {
  const pipeline = side.subjects.find((subject) => subject.type === 'pipeline' && subject.key === path)?.value as
    | MlPipeline
    | undefined;
  if (pipeline) {
    const nodes = pipeline.nodes.map(({ name }) => name);
    return {
      nodes,
      edges: pipeline.nodes.flatMap(({ name, after }) => after.map((from) => [from, name] as const)),
    };
  }
  const document = side.documents.get(path);
  if (document?.kind !== 'workflow' || document.view === undefined) return undefined;
  const { jobs } = (document as WorkflowDocument).view;
  return {
    nodes: jobs.map(({ id }) => id),
    edges: jobs.flatMap((job) => job.needs.map((need) => [need.text, job.id] as const)),
  };
}

function draw(before: Graph, after: Graph): NonNullable<Impact['graph']> {
  const nodes = [...new Set([...before.nodes, ...after.nodes])];
  const id = (name: string) => `n${nodes.indexOf(name)}`;
  const key = ([from, to]: readonly [string, string]) => `${from} → ${to}`;
  const kept = new Set(after.edges.map(key));
  const old = new Set(before.edges.map(key));
  const lost = before.edges.filter((edge) => !kept.has(key(edge)));
  const mermaid = [
    'graph LR',
    ...nodes.map((name) => `  ${id(name)}["${label(name)}${stateOf(name, before, after)}"]`),
    ...after.edges
      .filter(([from]) => nodes.includes(from))
      .map((edge) => `  ${id(edge[0])} -->${old.has(key(edge)) ? '' : '|new|'} ${id(edge[1])}`),
    ...lost.map((edge) => `  ${id(edge[0])} -.->|gone| ${id(edge[1])}`),
  ].join('\n');
  const text = [
    ...after.edges.map((edge) => `${key(edge)}${old.has(key(edge)) ? '' : ' (new)'}`),
    ...lost.map((edge) => `${key(edge)} (gone)`),
  ].join('; ');
  return { mermaid, text };
}

function stateOf(name: string, before: Graph, after: Graph): string {
  if (!before.nodes.includes(name)) return ' (new)';
  return after.nodes.includes(name) ? '' : ' (removed)';
}

/** Names come from the pull request: only plain characters reach the diagram's source. */
function label(name: string): string {
  return name.replace(/[^\p{L}\p{N} ._/-]/gu, '_').slice(0, 40);
}
