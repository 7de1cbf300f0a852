import type { Range } from '../../types.ts';
import { at, mapAt, textAt, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts';
import { isArgoWorkflow, readArgoPod } from './argo-pod.ts';
import { type Container, readContainers } from './container.ts';

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** `Deployment/api`, or `Deployment/prod/api` outside the default namespace. */
  readonly key: string;
  readonly node: YamlMap;
  readonly range: Range;
  /** The pods it makes, when it makes any. */
  readonly pod?: PodTemplate;
}

export interface PodTemplate {
  readonly spec: YamlMap;
  readonly metadata?: YamlMap;
  readonly labels: ReadonlyMap<string, string>;
  readonly containers: readonly Container[];
}

/** The objects of one YAML document; a `List` gives its items, what is no object gives nothing. */
export function readObjects(root: YamlNode): KubernetesObject[] {
  if (root.type !== 'map') return [];
  const apiVersion = textAt(root, 'apiVersion');
  const kind = textAt(root, 'kind');
  if (!apiVersion || !kind) return [];
  const items = at(root, 'items');
  if (kind.endsWith('List') && items?.type === 'list') return items.items.flatMap(readObjects);

  const name = textAt(root, 'metadata', 'name') ?? textAt(root, 'metadata', 'generateName') ?? '';
  const namespace = textAt(root, 'metadata', 'namespace') ?? '';
  const pod = isArgoWorkflow(apiVersion, kind) ? readArgoPod(root, kind) : readPodTemplate(root, kind);
  return [
    {
      apiVersion,
      kind,
      name,
      namespace,
      key: [kind, namespace, name].filter(Boolean).join('/'),
      node: root,
      range: root.range,
      ...(pod ? { pod } : {}),
    },
  ];
}

/** Where a kind keeps its pod template (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/). */
const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};
const DEFAULT_TEMPLATE_PATH = ['spec', 'template'];

function readPodTemplate(root: YamlMap, kind: string): PodTemplate | undefined {
  const template = mapAt(root, ...(TEMPLATE_PATHS[kind] ?? DEFAULT_TEMPLATE_PATH));
  const spec = mapAt(template, 'spec');
  if (!spec || !at(spec, 'containers')) return undefined;
  const metadata = mapAt(template, 'metadata');
  return {
    spec,
    labels: labelsOf(mapAt(metadata, 'labels')),
    containers: readContainers(spec),
    ...(metadata ? { metadata } : {}),
  };
}

/** The text pairs of a labels, annotations or matchLabels mapping. */
export function labelsOf(node: YamlMap | undefined): ReadonlyMap<string, string> {
  const pairs = (node?.entries ?? []).flatMap(({ key, value }): [string, string][] =>
    value.type === 'scalar' ? [[key.text, value.text]] : [],
  );
  return new Map(pairs);
}
