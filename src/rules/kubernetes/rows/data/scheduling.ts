import { textAt } from '../../../../documents/yaml/yaml-node.ts';
import type { Place, PodRow } from '../row.ts';
import { isForNodes, isJob, isPassing, isSingle, isWindows, usesHostNetwork } from '../traits.ts';

const CONTROLLERS = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'Rollout', 'DeploymentConfig']);

/** Its names are looked up by the node, or in a way of its own. */
function hasOtherDns({ spec }: Place): boolean {
  return ['Default', 'None'].includes(textAt(spec, 'dnsPolicy') ?? '');
}

/** Where pods run, and what they take from their node. */
export const scheduling: readonly PodRow[] = [
  {
    id: 'anti-affinity-missing',
    title: 'Replicas may all run on one node',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: {
      'kube-linter': ['no-anti-affinity'],
      'kube-score': [
        'deployment-has-host-podantiaffinity',
        'statefulset-has-host-podantiaffinity',
        'pod-topology-spread-constraints',
      ],
      polaris: ['topologySpreadConstraint'],
      kics: ['a31b7b82-d994-48c4-bd21-3bab6c31827a', 'd740d048-8ed3-49d3-b77b-6f072f3b669e'],
    },
    of: 'pod',
    kinds: CONTROLLERS,
    paths: [['topologySpreadConstraints'], ['affinity', 'podAntiAffinity']],
    required: true,
    unless: [isSingle],
    why: 'The scheduler spreads them only as well as it can: when the node that has most of them fails, the service goes with it.',
    remedy: 'Spread them over `kubernetes.io/hostname` by `topologySpreadConstraints`, or by `podAntiAffinity`.',
  },
  {
    id: 'node-affinity-missing',
    title: 'Nothing says which nodes the pods belong on',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: { 'kube-linter': ['no-node-affinity'] },
    of: 'pod',
    kinds: CONTROLLERS,
    paths: [['affinity', 'nodeAffinity'], ['nodeSelector'], ['nodeName']],
    required: true,
    why: 'In a cluster of several kinds of nodes they may land on one that is too small, too dear, or of another architecture.',
    remedy: 'Name the nodes by `nodeAffinity` or `nodeSelector`.',
  },
  {
    id: 'priority-class-missing',
    title: 'Pods have no priority',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: { 'kube-linter': ['priority-class-name'], polaris: ['priorityClassNotSet'] },
    of: 'pod',
    kinds: new Set([...CONTROLLERS, 'DaemonSet']),
    paths: [['priorityClassName'], ['priority']],
    required: true,
    why: 'When the cluster is full nothing tells it which pods to keep, and those of the most important service wait like all others.',
    remedy: 'Name a PriorityClass that fits by `priorityClassName`.',
  },
  {
    id: 'ephemeral-storage-limit-missing',
    title: 'Container may fill the disk of its node',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: {
      'kube-score': ['container-ephemeral-storage-request-and-limit'],
    },
    of: 'container',
    paths: [['resources', 'limits', 'ephemeral-storage']],
    required: true,
    unless: [isPassing, isWindows],
    why: 'Logs and files that it writes count for nobody: when the disk is full the node evicts other pods as well.',
    remedy: 'Set a limit to what it may write at most, and a request to what it mostly does.',
  },
  {
    id: 'dns-ndots',
    title: 'Every name is looked up several times',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'performance',
    aliases: { 'kube-linter': ['dnsconfig-options'] },
    of: 'pod',
    kinds: new Set([...CONTROLLERS, 'DaemonSet']),
    paths: [['dnsConfig', 'options']],
    wrong: { lacks: [['ndots']] },
    required: true,
    unless: [usesHostNetwork, hasOtherDns],
    why: 'With the five dots that Kubernetes sets, names of the internet are tried with each suffix of the cluster before they are asked for as they are.',
    remedy: 'Add an option `ndots` of 2 to `dnsConfig.options` if the program calls much that lies outside.',
  },
  {
    id: 'etc-hosts-managed',
    title: 'Pod has addresses written into its hosts file',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { trivy: ['KSV-0007', 'KSV007', 'AVD-KSV-0007'] },
    of: 'pod',
    paths: [['hostAliases']],
    wrong: { isSet: true },
    unless: [isForNodes, isJob],
    why: 'The names keep these addresses when the servers behind them move, and nobody looks here for the reason.',
    remedy: 'Give the name to the DNS of the cluster, or make a Service of type `ExternalName`.',
  },
];
