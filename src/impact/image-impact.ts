import type { ComposeDocument } from '../documents/compose.ts';
import type { DockerfileDocument } from '../documents/dockerfile.ts';
import { scalarAt } from '../documents/yaml/yaml-node.ts';
import type { Document, ImpactRow } from '../types.ts';
import { compareValues, type Named } from './compare-values.ts';
import type { DocumentPair } from './impact.ts';

/** Base images, the user of an image, and images that Compose runs. */
export function imageImpact({ path, base, head }: DocumentPair): ImpactRow[] {
  const kind = head?.kind ?? base?.kind;
  if (kind === 'compose') return compareValues('image', services(base), services(head), head);
  if (kind !== 'dockerfile') return [];
  return [
    ...compareValues('base image', baseImages(base, path), baseImages(head, path), head),
    ...compareValues('image runs as', users(base, path), users(head, path), head),
  ];
}

function services(document: Document | undefined): ReadonlyMap<string, Named> {
  const view = (document as ComposeDocument | undefined)?.view;
  return new Map(
    (view?.services ?? []).flatMap(({ name, node }) => {
      const image = scalarAt(node, 'image');
      return image ? [[`service ${name}`, { value: image.text, range: image.range }] as const] : [];
    }),
  );
}

function baseImages(document: Document | undefined, path: string): ReadonlyMap<string, Named> {
  const stages = (document as DockerfileDocument | undefined)?.view?.stages ?? [];
  return new Map(
    stages.flatMap(({ key, from }) =>
      from.stageRef === undefined
        ? [[`${path}, stage ${key}`, { value: from.image ?? from.raw, range: from.range }] as const]
        : [],
    ),
  );
}

function users(document: Document | undefined, path: string): ReadonlyMap<string, Named> {
  const last = (document as DockerfileDocument | undefined)?.view?.stages.at(-1);
  if (!last) return new Map();
  return new Map([
    [
      path,
      { value: last.user?.text ?? 'the default of its base image', ...(last.user ? { range: last.user.range } : {}) },
    ],
  ]);
}
