import type { Document, Range, Side } from '../types.ts';
import { type Job, readJob } from './workflow/job.ts';
import { type Permissions, readPermissions } from './workflow/permissions.ts';
import { presentFields } from './workflow/present-fields.ts';
import { readSteps, type Step } from './workflow/step.ts';
import type { UnusedAnchor } from './yaml/fold-events.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { at, mapAt, textAt, type YamlMap, type YamlNode } from './yaml/yaml-node.ts';

export interface Trigger {
  readonly event: string;
  readonly range: Range;
  readonly config?: YamlMap;
}

export interface WorkflowView {
  readonly root: YamlMap;
  readonly name?: string;
  readonly triggers: readonly Trigger[];
  readonly permissions?: Permissions;
  readonly jobs: readonly Job[];
  readonly env?: YamlMap;
  readonly shell?: string;
  readonly unusedAnchors: readonly UnusedAnchor[];
}

/** A composite, JavaScript or Docker action's metadata. */
export interface ActionView {
  readonly root: YamlMap;
  readonly using: string;
  readonly steps: readonly Step[];
}

export type WorkflowDocument = Document<'workflow', WorkflowView>;
export type ActionDocument = Document<'action', ActionView>;

const EMPTY: YamlMap = { type: 'map', entries: [], range: { start: 0, end: 0 }, flow: false };

/** Reads a workflow file. What is missing or malformed is absent from the view. */
export function parseWorkflow(path: string, side: Side, source: string): WorkflowDocument {
  const { roots, problems, comments, unusedAnchors } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : EMPTY;
  const optional = {
    name: textAt(root, 'name'),
    permissions: readPermissions(at(root, 'permissions')),
    env: mapAt(root, 'env'),
    shell: textAt(root, 'defaults', 'run', 'shell'),
  };
  const view: WorkflowView = {
    root,
    unusedAnchors,
    triggers: readTriggers(at(root, 'on')),
    jobs: (mapAt(root, 'jobs')?.entries ?? []).flatMap((entry) => readJob(entry) ?? []),
    ...presentFields(optional),
  };
  return { kind: 'workflow', path, side, source, view, comments, problems };
}

/** Reads an action.yml. */
export function parseAction(path: string, side: Side, source: string): ActionDocument {
  const { roots, problems, comments } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : EMPTY;
  const view = { root, using: textAt(root, 'runs', 'using') ?? '', steps: readSteps(at(root, 'runs', 'steps')) };
  return { kind: 'action', path, side, source, view, comments, problems };
}

function readTriggers(node: YamlNode | undefined): Trigger[] {
  if (!node) return [];
  if (node.type === 'scalar') return node.value === null ? [] : [{ event: node.text, range: node.range }];
  if (node.type === 'list') return node.items.flatMap(readTriggers);
  return node.entries.map((entry) => ({
    event: entry.key.text,
    range: entry.range,
    ...(entry.value.type === 'map' ? { config: entry.value } : {}),
  }));
}

export interface PlacedStep {
  readonly step: Step;
  readonly job?: Job;
  /** The job's id and the step's structural address. */
  readonly key: string;
}

/** Every step of a workflow or composite action, with its structural address and its job. */
export function stepsOf(document: WorkflowDocument | ActionDocument): readonly PlacedStep[] {
  const found = known.get(document) ?? placeSteps(document);
  known.set(document, found);
  return found;
}

/** Nearly every rule asks for them. */
const known = new WeakMap<WorkflowDocument | ActionDocument, readonly PlacedStep[]>();

function placeSteps(document: WorkflowDocument | ActionDocument): readonly PlacedStep[] {
  if (document.kind === 'action') return document.view.steps.map((step) => ({ step, key: step.key }));
  return document.view.jobs.flatMap((job) => job.steps.map((step) => ({ step, job, key: `${job.id}/${step.key}` })));
}
