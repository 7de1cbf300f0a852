import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import type { Component } from './component.ts';
import { containerComponents } from './container-components.ts';
import { kubeadmComponents } from './kubeadm-components.ts';

const known = new WeakMap<KubernetesObject, readonly Component[]>();

/** The parts of a cluster that an object starts or configures; none of nearly all objects. Each object is read once. */
export function readComponents(object: KubernetesObject): readonly Component[] {
  const earlier = known.get(object);
  if (earlier) return earlier;
  const components = read(object);
  known.set(object, components);
  return components;
}

function read(object: KubernetesObject): readonly Component[] {
  if (object.pod) return containerComponents(object);
  if (object.kind === 'KubeletConfiguration') return [kubeletConfiguration(object)];
  return kubeadmComponents(object);
}

function kubeletConfiguration({ key, node, range }: KubernetesObject): Component {
  return {
    program: 'kubelet',
    key,
    subject: quote(key),
    flags: new Map(),
    config: node,
    isWhole: true,
    place: entryOf(node, 'kind')?.range ?? range,
  };
}
