import type { Job } from '../../../../documents/workflow/job.ts';
import { at, type YamlMap } from '../../../../documents/yaml/yaml-node.ts';
import { ANY, commonType, NULL, type ValueType } from './value-type.ts';
import { yamlType } from './yaml-type.ts';

/** The type of `matrix` in a job; `any` where the matrix or one of its parts is computed. */
export function matrixType(job: Job): ValueType {
  const matrix = at(job.node, 'strategy', 'matrix');
  if (!matrix) return NULL;
  if (matrix.type !== 'map') return ANY;
  const include = at(matrix, 'include');
  const items = include?.type === 'list' ? include.items : [];
  if ((include && include.type !== 'list') || items.some((item) => item.type !== 'map')) return ANY;
  if (matrix.entries.some(({ key }) => key.text.includes('${{'))) return ANY;

  const values = new Map<string, ValueType[]>();
  for (const { key, value } of matrix.entries) {
    const name = key.text.toLowerCase();
    if (name === 'include' || name === 'exclude') continue;
    values.set(name, value.type === 'list' ? value.items.map((item) => yamlType(item)) : [ANY]);
  }
  for (const item of items) addIncluded(values, item as YamlMap);
  const properties = new Map([...values].map(([name, types]) => [name, commonType(types)]));
  return { kind: 'object', properties, own: true };
}

function addIncluded(values: Map<string, ValueType[]>, item: YamlMap): void {
  for (const { key, value } of item.entries) {
    const name = key.text.toLowerCase();
    const types = values.get(name) ?? [];
    types.push(yamlType(value));
    values.set(name, types);
  }
}
