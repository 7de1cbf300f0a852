import type { Range } from '../../types.ts';
import {
  at,
  itemsAt,
  mapAt,
  scalarAt,
  textAt,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../yaml/yaml-node.ts';
import { type Permissions, readPermissions } from './permissions.ts';
import { presentFields } from './present-fields.ts';
import { readSteps, type Step } from './step.ts';
import { readUses, type Uses } from './uses.ts';

export interface Job {
  readonly id: string;
  readonly idRange: Range;
  readonly node: YamlMap;
  readonly name?: string;
  readonly needs: readonly YamlScalar[];
  readonly permissions?: Permissions;
  readonly environment?: { readonly name: string; readonly range: Range };
  readonly if?: YamlScalar;
  /** A called workflow. */
  readonly uses?: Uses;
  readonly steps: readonly Step[];
  readonly continueOnError?: YamlScalar;
  readonly runsOn?: YamlNode;
  readonly env?: YamlMap;
  readonly shell?: string;
}

/** Reads one entry of `jobs:`; undefined when it is not a mapping. */
export function readJob(entry: YamlEntry): Job | undefined {
  const node = entry.value;
  if (node.type !== 'map') return undefined;
  const optional = {
    name: textAt(node, 'name'),
    permissions: readPermissions(at(node, 'permissions')),
    environment: readEnvironment(node),
    if: scalarAt(node, 'if'),
    uses: readUses(scalarAt(node, 'uses')),
    continueOnError: scalarAt(node, 'continue-on-error'),
    runsOn: at(node, 'runs-on'),
    env: mapAt(node, 'env'),
    shell: textAt(node, 'defaults', 'run', 'shell'),
  };
  return {
    id: entry.key.text,
    idRange: entry.key.range,
    node,
    needs: itemsAt(node, 'needs').filter((item) => item.type === 'scalar'),
    steps: readSteps(at(node, 'steps')),
    ...presentFields(optional),
  };
}

function readEnvironment(job: YamlMap): Job['environment'] {
  const entry = job.entries.find(({ key }) => key.text === 'environment');
  if (!entry) return undefined;
  const name = textAt(entry.value) ?? textAt(entry.value, 'name');
  return name ? { name, range: entry.range } : undefined;
}
