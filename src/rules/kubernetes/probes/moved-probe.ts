import type { Container } from '../../../documents/kubernetes/container.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { type PlacedObject, placedObjects } from '../changes/placed-objects.ts';
import type { ProbeName, ProbePair } from './probe-pair.ts';

/** The probe went from an overlay to its base, or the other way round. */
export function inOtherFile(
  name: ProbeName,
  { after, object, head }: ProbePair,
  context: RuleContext,
): boolean | 'unknown' {
  const holds = ({ object: other, document }: PlacedObject) =>
    document.path !== head.path &&
    other.kind === object.kind &&
    other.name === object.name &&
    (other.namespace === object.namespace || other.namespace === '' || object.namespace === '') &&
    other.pod?.containers.some((one) => one.name === after.name && entryOf(one.node, name));
  const before = new Set(
    placedObjects(context, 'base')
      .filter(holds)
      .map(({ document }) => document.path),
  );
  const found = placedObjects(context, 'head').filter((one) => holds(one) && !before.has(one.document.path));
  if (found.length === 0) return false;
  return found.some((one) => isPartOf(one, after, context)) ? true : 'unknown';
}

/** One patches the other, and something says so: two whole workloads of the same name are two workloads. */
function isPartOf({ object, document }: PlacedObject, after: Container, { project }: RuleContext): boolean {
  const twin = object.pod?.containers.find(({ name }) => name === after.name);
  if (twin?.image && after.image) return false;
  if (project.base.documents.has(document.path)) return true;
  const file = document.path.split('/').at(-1) ?? '';
  return [...project.head.documents.values()].some(
    ({ kind, source }) => kind === 'kustomization' && source.includes(file),
  );
}
