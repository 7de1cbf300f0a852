import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';
import type { RuleContext } from '../../../types.ts';
import { type PlacedObject, placedObjects } from './placed-objects.ts';

/** The same object on both sides of a change. */
export interface PairedObject {
  readonly before: PlacedObject;
  readonly after: PlacedObject;
}

/** Objects of the base that are still there: in the same file, else in the only other file that got them. */
export function pairedObjects(base: KubernetesSet | undefined, context: RuleContext): readonly PairedObject[] {
  return (base?.objects ?? []).flatMap((before): PairedObject[] => {
    const after = counterpart(before, context);
    return after ? [{ before, after }] : [];
  });
}

function counterpart({ object, document }: PlacedObject, context: RuleContext): PlacedObject | undefined {
  const path =
    context.project.change.files.find(({ previousPath }) => previousPath === document.path)?.path ?? document.path;
  const all = placedObjects(context, 'head').filter((one) => one.object.key === object.key);
  const here = all.filter((one) => one.document.path === path);
  if (here.length > 0) return here.length === 1 ? here[0] : undefined;
  const old = new Set(
    placedObjects(context, 'base').flatMap((one) => (one.object.key === object.key ? one.document.path : [])),
  );
  const elsewhere = all.filter((one) => !old.has(one.document.path));
  return elsewhere.length === 1 ? elsewhere[0] : undefined;
}

/** What an object lost stands in another file now, and did not before: it went to an overlay, or to what that patches. */
export function isMovedElsewhere(
  { after }: PairedObject,
  context: RuleContext,
  holds: (one: PlacedObject['object']) => boolean,
): boolean {
  const isTwin = ({ object, document }: PlacedObject) =>
    document.path !== after.document.path &&
    object.kind === after.object.kind &&
    object.name === after.object.name &&
    holds(object);
  const before = new Set(
    placedObjects(context, 'base')
      .filter(isTwin)
      .map(({ document }) => document.path),
  );
  return placedObjects(context, 'head').some((one) => isTwin(one) && !before.has(one.document.path));
}
