import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Observation, RuleContext } from '../../../types.ts';
import { type PlacedObject, placedObjects } from '../changes/placed-objects.ts';
import { PROBES, type ProbeName } from './probe-pair.ts';

/** The same object on the head: in the same file, else in files that did not have it; more than one where it is not sure. */
export function counterparts({ object, document }: PlacedObject, context: RuleContext): readonly PlacedObject[] {
  const renamed = context.project.change.files.find(({ previousPath }) => previousPath === document.path)?.path;
  const all = placedObjects(context, 'head').filter((one) => one.object.key === object.key);
  const here = all.filter((one) => one.document.path === (renamed ?? document.path));
  if (here.length > 0) return here;
  return all.filter(
    (one) =>
      !placedObjects(context, 'base').some(
        (old) => old.object.key === object.key && old.document.path === one.document.path,
      ),
  );
}

/** Which of them is applied last, and so counts, is not to be seen. */
export function* ambiguous(
  { object, document }: PlacedObject,
  candidates: readonly PlacedObject[],
): Generator<Observation> {
  const [first] = candidates;
  const lacking = probesOf(object).filter(([name, probe]) =>
    candidates.some((one) => !probesOf(one.object).some((other) => other[0] === name && other[1] === probe)),
  );
  if (!first || lacking.length === 0) return;
  yield {
    unverified: `${object.key} of ${document.path} stands ${candidates.length} times in the head, and not each has ${lacking.map((one) => one.join(': ')).join(', ')}`,
    path: first.document.path,
    range: first.object.range,
  };
}

function probesOf({ pod }: KubernetesObject): [container: string, probe: ProbeName][] {
  return (pod?.containers ?? []).flatMap(({ name, node }) =>
    PROBES.filter((probe) => entryOf(node, probe)?.value.type === 'map').map((probe): [string, ProbeName] => [
      name,
      probe,
    ]),
  );
}
