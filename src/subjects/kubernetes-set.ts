import type { KubernetesObject } from '../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../documents/kubernetes.ts';
import type { Document, Subject } from '../types.ts';
import { directoryOf } from './directory-of.ts';

/** Kubernetes objects that are applied together: those of one folder. */
export interface KubernetesSet {
  readonly directory: string;
  readonly objects: readonly { readonly object: KubernetesObject; readonly document: KubernetesDocument }[];
  /** Nothing of the folder is templated or unread, so an object that is not there does not exist. */
  readonly complete: boolean;
}

/** Sets by folder; each file alone when files must not see each other. */
export function kubernetesSets(documents: readonly Document[], isolated: boolean): Subject<KubernetesSet>[] {
  const groups = new Map<string, KubernetesDocument[]>();
  for (const document of documents) {
    if (!isKubernetes(document)) continue;
    const key = isolated ? document.path : directoryOf(document.path);
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups].map(([key, members]) => ({
    type: 'objects',
    key,
    kinds: ['kubernetes'],
    paths: members.map((member) => member.path),
    value: {
      directory: isolated ? directoryOf(key) : key,
      objects: members.flatMap((document) => document.view.objects.map((object) => ({ object, document }))),
      complete: members.every((member) => member.view.rendered && member.problems.length === 0),
    },
  }));
}

function isKubernetes(document: Document): document is KubernetesDocument {
  return document.kind === 'kubernetes' && document.view !== undefined;
}
