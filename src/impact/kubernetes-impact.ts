import type { KubernetesDocument } from '../documents/kubernetes.ts';
import { at, textAt } from '../documents/yaml/yaml-node.ts';
import type { Document, ImpactRow } from '../types.ts';
import { compareValues, type Named } from './compare-values.ts';
import type { DocumentPair } from './impact.ts';

const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'];

/** Objects, images, replicas and probes that a manifest gains, loses or changes. */
export function kubernetesImpact({ base, head }: DocumentPair): ImpactRow[] {
  const [before, after] = [asKubernetes(base), asKubernetes(head)];
  if (!before && !after) return [];
  const compare = (topic: string, read: (document: KubernetesDocument) => ReadonlyMap<string, Named>) =>
    compareValues(topic, before ? read(before) : new Map(), after ? read(after) : new Map(), after);
  return [
    ...compare('object', objects),
    ...compare('replicas', replicas),
    ...compare('image', images),
    ...compare('probes', probes),
  ];
}

function asKubernetes(document: Document | undefined): KubernetesDocument | undefined {
  return document?.kind === 'kubernetes' && document.view !== undefined ? (document as KubernetesDocument) : undefined;
}

function objects({ view }: KubernetesDocument): ReadonlyMap<string, Named> {
  return new Map(
    view.objects.map(({ key, node }) => [key, { value: 'exists', range: node.entries[0]?.range ?? node.range }]),
  );
}

function replicas({ view }: KubernetesDocument): ReadonlyMap<string, Named> {
  return new Map(
    view.objects.flatMap(({ key, node }) => {
      const value = textAt(node, 'spec', 'replicas');
      const place = at(node, 'spec', 'replicas');
      return value !== undefined && place ? [[key, { value, range: place.range }] as const] : [];
    }),
  );
}

function images({ view }: KubernetesDocument): ReadonlyMap<string, Named> {
  return ofContainers(view, ({ image }) => image && { value: image.text, range: image.range });
}

function probes({ view }: KubernetesDocument): ReadonlyMap<string, Named> {
  return ofContainers(view, ({ node, role }) => {
    const present = PROBES.filter((probe) => at(node, probe) !== undefined);
    return role === 'container' ? { value: present.join(', ') || 'none', range: node.range } : undefined;
  });
}

type Container = NonNullable<KubernetesDocument['view']['objects'][number]['pod']>['containers'][number];

function ofContainers(
  view: KubernetesDocument['view'],
  read: (container: Container) => Named | undefined,
): ReadonlyMap<string, Named> {
  return new Map(
    view.objects.flatMap(({ key, pod }) =>
      (pod?.containers ?? []).flatMap((container) => {
        const value = read(container);
        return value ? [[`${key}, container ${container.name}`, value] as const] : [];
      }),
    ),
  );
}
