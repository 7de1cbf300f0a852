import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { isPlaceholder } from '../objects/is-placeholder.ts';
import { podSpec } from '../pods/pod-spec.ts';
import { reach } from '../rows/reach.ts';
import type { Refusal } from './refusal.ts';

/** A field, from its container, pod or object, and the only values that the API takes there. */
type Field = readonly [path: string, values: string];

const PROFILES = 'RuntimeDefault Localhost Unconfined';
const SCHEMES = 'HTTP HTTPS';
const MODES = 'ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod';

/** https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const OF_CONTAINER: readonly Field[] = [
  ['imagePullPolicy', 'Always IfNotPresent Never'],
  ['terminationMessagePolicy', 'File FallbackToLogsOnError'],
  ['ports.*.protocol', 'TCP UDP SCTP'],
  ['volumeMounts.*.mountPropagation', 'None HostToContainer Bidirectional'],
  ['livenessProbe.httpGet.scheme', SCHEMES],
  ['readinessProbe.httpGet.scheme', SCHEMES],
  ['startupProbe.httpGet.scheme', SCHEMES],
  ['securityContext.procMount', 'Default Unmasked'],
  ['securityContext.seccompProfile.type', PROFILES],
  ['securityContext.appArmorProfile.type', PROFILES],
];
const OF_POD: readonly Field[] = [
  ['dnsPolicy', 'ClusterFirst ClusterFirstWithHostNet Default None'],
  ['preemptionPolicy', 'PreemptLowerPriority Never'],
  ['tolerations.*.operator', 'Exists Equal Lt Gt'],
  ['tolerations.*.effect', 'NoSchedule PreferNoSchedule NoExecute'],
  ['topologySpreadConstraints.*.whenUnsatisfiable', 'DoNotSchedule ScheduleAnyway'],
  ['securityContext.seccompProfile.type', PROFILES],
  ['securityContext.appArmorProfile.type', PROFILES],
  ['securityContext.fsGroupChangePolicy', 'OnRootMismatch Always'],
];
const OF_OBJECT: Readonly<Record<string, readonly Field[]>> = {
  Pod: [['spec.restartPolicy', 'Always OnFailure Never']],
  CronJob: [['spec.concurrencyPolicy', 'Allow Forbid Replace']],
  Job: [['spec.completionMode', 'NonIndexed Indexed']],
  StatefulSet: [
    ['spec.podManagementPolicy', 'OrderedReady Parallel'],
    ['spec.updateStrategy.type', 'RollingUpdate OnDelete'],
    ['spec.volumeClaimTemplates.*.spec.accessModes.*', MODES],
  ],
  DaemonSet: [['spec.updateStrategy.type', 'RollingUpdate OnDelete']],
  Service: [
    ['spec.sessionAffinity', 'None ClientIP'],
    ['spec.externalTrafficPolicy', 'Cluster Local'],
    ['spec.internalTrafficPolicy', 'Cluster Local'],
    ['spec.ports.*.protocol', 'TCP UDP SCTP'],
  ],
  PersistentVolumeClaim: [
    ['spec.accessModes.*', MODES],
    ['spec.volumeMode', 'Filesystem Block'],
  ],
  PersistentVolume: [
    ['spec.accessModes.*', MODES],
    ['spec.persistentVolumeReclaimPolicy', 'Retain Delete Recycle'],
  ],
  StorageClass: [
    ['reclaimPolicy', 'Delete Retain'],
    ['volumeBindingMode', 'Immediate WaitForFirstConsumer'],
  ],
  NetworkPolicy: [['spec.policyTypes.*', 'Ingress Egress']],
};

/** Values that a field of the API does not know, mostly for their letters. */
export function unknownValues(object: KubernetesObject): readonly Refusal[] {
  const spec = podSpec(object);
  const own = Object.hasOwn(OF_OBJECT, object.kind) ? OF_OBJECT[object.kind] : undefined;
  return [
    ...(own ?? []).flatMap((field) => unknown(object.node, field, '')),
    ...(spec ? OF_POD.flatMap((field) => unknown(spec, field, '')) : []),
    ...(object.pod?.containers ?? []).flatMap(({ name, node }) =>
      OF_CONTAINER.flatMap((field) => unknown(node, field, name)),
    ),
  ];
}

function unknown(node: YamlNode, [path, values]: Field, container: string): Refusal[] {
  const known = values.split(' ');
  const [first = '', ...rest] = path.split('.');
  const place = [container, path.replaceAll('.*', '')].filter(Boolean).join('.');
  return reach(node, [first, ...rest]).flatMap(({ value, entry }): Refusal[] => {
    if (value.type !== 'scalar' || value.text === '' || known.includes(value.text) || isPlaceholder(value.text))
      return [];
    return [
      {
        range: (entry ?? value).range,
        place: `${place}/${value.text}`,
        what: `has ${quote(value.text)} for ${quote(place)}, which the API does not know`,
        remedy: `Use ${known
          .map(quote)
          .join(', ')
          .replace(/, (?=[^,]*$)/, ' or ')}.`,
      },
    ];
  });
}
