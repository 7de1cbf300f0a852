import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import {
  at,
  itemsAt,
  mapAt,
  scalarAt,
  textAt,
  type YamlMap,
  type YamlNode,
} from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import type { Component, Program, Setting } from './component.ts';
import { spread } from './read-flags.ts';

/**
 * Parts of a cluster that kubeadm sets up, by itself or for Cluster API. Most of their flags are its own, so that none of
 * them is known to be missing.
 */
export function kubeadmComponents(object: KubernetesObject): readonly Component[] {
  return configurations(object).flatMap((configuration) =>
    PARTS.flatMap(([program, path]): Component[] => {
      const args = at(configuration, ...path);
      if (!args) return [];
      return [
        {
          program,
          key: `${object.key}/${program}`,
          subject: quote(object.key),
          flags: new Map(settingsOf(args)),
          isWhole: false,
          place: args.range,
        },
      ];
    }),
  );
}

/** Where the flags of each part stand (https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/). */
const PARTS: readonly (readonly [Program, readonly string[]])[] = [
  ['kube-apiserver', ['apiServer', 'extraArgs']],
  ['kube-controller-manager', ['controllerManager', 'extraArgs']],
  ['kube-scheduler', ['scheduler', 'extraArgs']],
  ['etcd', ['etcd', 'local', 'extraArgs']],
  ['kubelet', ['nodeRegistration', 'kubeletExtraArgs']],
];

/** Where Cluster API keeps the settings of kubeadm, by itself and in its templates. */
const SPECS = [
  ['spec'],
  ['spec', 'kubeadmConfigSpec'],
  ['spec', 'template', 'spec'],
  ['spec', 'template', 'spec', 'kubeadmConfigSpec'],
];

function configurations({ apiVersion, node }: KubernetesObject): YamlMap[] {
  if (apiVersion.startsWith('kubeadm.k8s.io/')) return [node];
  if (!/^(bootstrap|controlplane)\.cluster\.x-k8s\.io\//.test(apiVersion)) return [];
  return SPECS.flatMap((spec) =>
    ['clusterConfiguration', 'initConfiguration', 'joinConfiguration'].flatMap(
      (name) => mapAt(node, ...spec, name) ?? [],
    ),
  );
}

/** A mapping, and since v1beta4 a list of names and values. */
function settingsOf(args: YamlNode): [string, Setting][] {
  if (args.type === 'map')
    return args.entries.flatMap(({ key, value, range }) =>
      value.type === 'scalar' ? toSetting(key.text, value.text, range) : [],
    );
  return itemsAt(args).flatMap((item) => {
    const value = scalarAt(item, 'value');
    return value ? toSetting(textAt(item, 'name') ?? '', value.text, item.range) : [];
  });
}

function toSetting(name: string, text: string, range: Setting['range']): [string, Setting][] {
  return spread(name, { text, range, said: `--${name}=${text}` });
}
