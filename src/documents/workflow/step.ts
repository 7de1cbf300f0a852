import { at, mapAt, scalarAt, textAt, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yaml-node.ts';
import { presentFields } from './present-fields.ts';
import { readUses, type Uses } from './uses.ts';

/** One step of a job or of a composite action. */
export interface Step {
  /** Structural address within its job: its id, its name or what it does; numbered when several are alike. */
  readonly key: string;
  readonly index: number;
  readonly node: YamlMap;
  readonly id?: string;
  readonly name?: string;
  readonly uses?: Uses;
  readonly run?: YamlScalar;
  readonly shell?: string;
  readonly if?: YamlScalar;
  readonly with?: YamlMap;
  readonly env?: YamlMap;
  readonly continueOnError?: YamlScalar;
}

/** Reads the items of a `steps:` list, those of `parallel:` groups included; what is not a mapping is left out. */
export function readSteps(list: YamlNode | undefined): Step[] {
  if (list?.type !== 'list') return [];
  const counts = new Map<string, number>();
  return list.items.flatMap(stepNodes).map((node, index) => {
    const step = readStep(node, index);
    const count = (counts.get(step.key) ?? 0) + 1;
    counts.set(step.key, count);
    return count === 1 ? step : { ...step, key: `${step.key}#${count}` };
  });
}

/** Steps of a `parallel:` group run side by side; to a reviewer they are steps like others. */
function stepNodes(node: YamlNode): readonly YamlMap[] {
  if (node.type !== 'map') return [];
  const group = at(node, 'parallel');
  return group?.type === 'list' ? group.items.flatMap(stepNodes) : [node];
}

function readStep(node: YamlMap, index: number): Step {
  const uses = readUses(scalarAt(node, 'uses'));
  const run = scalarAt(node, 'run');
  const optional = {
    id: textAt(node, 'id'),
    name: textAt(node, 'name'),
    uses,
    run,
    shell: textAt(node, 'shell'),
    if: scalarAt(node, 'if'),
    with: mapAt(node, 'with'),
    env: mapAt(node, 'env'),
    continueOnError: scalarAt(node, 'continue-on-error'),
  };
  return { key: keyOf(optional, index), index, node, ...presentFields(optional) };
}

/** A version bump must not change the address, so the ref of an action or image is no part of it. */
function keyOf(step: { readonly [K in 'id' | 'name' | 'uses' | 'run']: Step[K] | undefined }, index: number): string {
  if (step.id) return step.id;
  if (step.name) return step.name;
  if (step.uses?.kind === 'docker') return step.uses.raw.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  if (step.uses) return step.uses.kind === 'repository' ? joinPath(step.uses) : step.uses.raw;
  const [firstLine = ''] = (step.run?.text ?? '').trim().split('\n');
  return firstLine ? `run:${firstLine.slice(0, 60)}` : `step:${index}`;
}

function joinPath(uses: Uses): string {
  return uses.path ? `${uses.repository}/${uses.path}` : uses.repository;
}
