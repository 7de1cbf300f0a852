import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt, mapAt, textAt } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { isPlaceholder } from '../objects/is-placeholder.ts';
import { misplacedFields } from './misplaced-fields.ts';
import type { Refusal, RefusalRow } from './refusal.ts';

const WORKLOADS = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet'];

/** What the API demands of workloads (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/). */
export const workloadRefusals: readonly RefusalRow[] = [
  {
    kinds: WORKLOADS,
    isAbsence: true,
    find({ node, pod }) {
      const spec = mapAt(node, 'spec');
      const template = entryOf(spec, 'template');
      if (!pod || !template || entryOf(spec, 'selector')) return [];
      const remedy = 'Add `selector.matchLabels` with labels that the pod template has.';
      return [{ range: template.key.range, place: 'spec.selector', what: 'has no `selector` for its pods', remedy }];
    },
  },
  { kinds: ['apps/Deployment'], isAbsence: false, find: strategyRefusals },
  { kinds: [...WORKLOADS, 'batch/Job', 'batch/CronJob', 'Pod'], isAbsence: false, find: misplacedFields },
  { kinds: [...WORKLOADS, 'batch/Job', 'Pod'], isAbsence: true, find: unknownVolumes },
];

function strategyRefusals({ node }: KubernetesObject): Refusal[] {
  const strategy = mapAt(node, 'spec', 'strategy');
  const type = entryOf(strategy, 'type');
  const rolling = entryOf(strategy, 'rollingUpdate');
  const said = textAt(type?.value);
  const found: Refusal[] = [];
  if (type && said && !/^(RollingUpdate|Recreate)$/.test(said) && !isPlaceholder(said)) {
    const remedy = 'Use `RollingUpdate` or `Recreate`.';
    const what = `has the strategy ${quote(said)}, which Deployments do not know`;
    found.push({ range: type.range, place: 'spec.strategy.type', what, remedy });
  }
  if (rolling?.value.type === 'map' && rolling.value.entries.length > 0 && said === 'Recreate') {
    const what = 'stops all pods before it starts new ones (`Recreate`), and says how they are replaced one by one';
    const remedy = 'Take out `rollingUpdate`, or use the type `RollingUpdate`.';
    found.push({ range: rolling.key.range, place: 'spec.strategy.rollingUpdate', what, remedy });
  }
  const [surge, missing] = ['maxSurge', 'maxUnavailable'].map((key) => textAt(rolling?.value, key));
  if (rolling && said !== 'Recreate' && isNone(surge) && isNone(missing)) {
    const what =
      'may neither start a pod more (`maxSurge`) nor have one less (`maxUnavailable`) while it is rolled out';
    const remedy = 'Let one of them be 1 or more.';
    found.push({ range: rolling.key.range, place: 'spec.strategy.rollingUpdate', what, remedy });
  }
  return found;
}

function isNone(text: string | undefined): boolean {
  return text !== undefined && /^0+%?$/.test(text);
}

/** Mounts of volumes that the pod does not have. */
function unknownVolumes({ node, pod }: KubernetesObject): Refusal[] {
  if (!pod) return [];
  const names = new Set([
    ...itemsAt(pod.spec, 'volumes').map((volume) => textAt(volume, 'name')),
    ...itemsAt(node, 'spec', 'volumeClaimTemplates').map((claim) => textAt(claim, 'metadata', 'name')),
  ]);
  return pod.containers.flatMap((container) =>
    itemsAt(container.node, 'volumeMounts').flatMap((mount): Refusal[] => {
      const entry = entryOf(mount, 'name');
      const name = textAt(entry?.value);
      if (!entry || !name || names.has(name) || isPlaceholder(name)) return [];
      return [
        {
          range: entry.range,
          place: `${container.name}.volumeMounts.${name}`,
          what: `mounts the volume ${quote(name)} in ${quote(container.name)}, but its pods have no volume of that name`,
          remedy: 'Add it to `volumes` of the pod, or correct the name.',
        },
      ];
    }),
  );
}
