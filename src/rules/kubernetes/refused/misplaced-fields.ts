import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { mapAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { podSpec } from '../pods/pod-spec.ts';
import type { Refusal } from './refusal.ts';

type Fields = ReadonlyMap<string, string>;

/** Fields that a place does not have, and where they belong. */
function fields(...groups: readonly (readonly [names: string, remedy: string])[]): Fields {
  return new Map(groups.flatMap(([names, remedy]) => names.split(' ').map((name): [string, string] => [name, remedy])));
}

const POD_FIELDS =
  'initContainers volumes nodeSelector tolerations affinity serviceAccountName imagePullSecrets hostNetwork hostPID hostIPC ' +
  'topologySpreadConstraints priorityClassName terminationGracePeriodSeconds automountServiceAccountToken dnsPolicy';

/** What people write one step too high or too low (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/). */
const OF_CONTAINER = fields(
  [
    'runAsUser runAsGroup runAsNonRoot privileged readOnlyRootFilesystem allowPrivilegeEscalation capabilities seccompProfile',
    'Move it into `securityContext` of the container.',
  ],
  ['limits requests', 'Move it into `resources` of the container.'],
  [POD_FIELDS, 'Move it out of the container, into the spec of the pod.'],
  ['fsGroup supplementalGroups sysctls', 'Move it into `securityContext` of the pod.'],
);
const OF_CONTAINER_CONTEXT = fields([
  'fsGroup fsGroupChangePolicy supplementalGroups sysctls',
  'Move it into `securityContext` of the pod.',
]);
const OF_POD = fields(
  [
    'image command args env envFrom ports volumeMounts livenessProbe readinessProbe startupProbe imagePullPolicy lifecycle',
    'Move it into the container.',
  ],
  ['runAsUser runAsGroup runAsNonRoot fsGroup seccompProfile', 'Move it into `securityContext` of the pod.'],
  [
    'privileged readOnlyRootFilesystem allowPrivilegeEscalation capabilities',
    'Move it into `securityContext` of each container.',
  ],
  ['replicas strategy updateStrategy', 'Move it out of the pod template, into the spec of the workload.'],
);
const OF_POD_CONTEXT = fields([
  'privileged readOnlyRootFilesystem allowPrivilegeEscalation capabilities procMount',
  'Move it into `securityContext` of each container.',
]);
const OF_WORKLOAD = fields([
  `containers restartPolicy securityContext ${POD_FIELDS}`,
  'Move it into the pod template: `spec.template.spec`.',
]);
const OF_KIND: Readonly<Record<string, Fields>> = {
  DaemonSet: fields(
    ['replicas', 'Drop it: each node has one pod.'],
    ['strategy', 'Call it `updateStrategy`.'],
    ['serviceName volumeClaimTemplates', 'Drop it, or make a StatefulSet.'],
  ),
  StatefulSet: fields(['strategy', 'Call it `updateStrategy`.']),
  Deployment: fields(
    ['updateStrategy', 'Call it `strategy`.'],
    ['serviceName volumeClaimTemplates', 'Drop it, or make a StatefulSet.'],
  ),
};

/** Fields in places where the API does not know them. */
export function misplacedFields(object: KubernetesObject): readonly Refusal[] {
  const spec = podSpec(object);
  const workload = object.kind === 'Pod' || object.kind === 'CronJob' ? undefined : mapAt(object.node, 'spec');
  return [
    ...among(workload, 'its spec', OF_WORKLOAD),
    ...among(workload, 'its spec', OF_KIND[object.kind]),
    ...among(spec, 'the spec of its pods', OF_POD),
    ...among(mapAt(spec, 'securityContext'), 'the `securityContext` of its pods', OF_POD_CONTEXT),
    ...(object.pod?.containers ?? []).flatMap(({ name, node }) => [
      ...among(node, `the container ${quote(name)}`, OF_CONTAINER),
      ...among(
        mapAt(node, 'securityContext'),
        `the \`securityContext\` of the container ${quote(name)}`,
        OF_CONTAINER_CONTEXT,
      ),
    ]),
  ];
}

function among(node: YamlMap | undefined, where: string, known: Fields | undefined): Refusal[] {
  return (node?.entries ?? []).flatMap(({ key, merged }) => {
    const remedy = merged ? undefined : known?.get(key.text);
    if (remedy === undefined) return [];
    return [
      {
        range: key.range,
        place: `${where}/${key.text}`,
        what: `has ${quote(key.text)} in ${where}, where the API has no such field`,
        why: 'kubectl and Helm refuse the object; what applies it without looking drops the field, and nobody is told.',
        remedy,
      },
    ];
  });
}
