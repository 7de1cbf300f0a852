import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { at, itemsAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer, placeOf } from './pods/each-container.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';

/** A bare Pod is mostly somebody's test; resources of operators have their own ways to set limits. */
const WORKLOADS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'DeploymentConfig',
  'Job',
  'CronJob',
]);

export const memoryLimitMissing: Rule<KubernetesSet> = {
  id: 'memory-limit-missing',
  kinds: ['kubernetes'],
  title: 'Container may take all memory of its node',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {
    'kube-linter': ['unset-memory-requirements'],
    'kube-score': ['container-resources'],
    polaris: ['memoryLimitsMissing'],
    trivy: ['KSV-0018', 'KSV018', 'AVD-KSV-0018'],
    checkov: ['CKV_K8S_13'],
    kics: ['b14d1bc4-a208-45db-92f0-e21f8e2588e9'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set, context) {
    for (const { object, document } of set.objects) {
      if (!WORKLOADS.has(object.kind) || hasDefault(set, object)) continue;
      const containers = eachContainer([object]).filter(
        ({ container: { role, sidecar, image } }) => image && (role === 'container' || sidecar),
      );
      const [first] = containers;
      const missing = containers.filter((placed) => !hasLimit(placed));
      if (first && missing.length === 0) {
        const proof = `${containers.length} of ${containers.length} containers of ${object.key} have a memory limit`;
        yield { proof, path: document.path, range: placeOf(first.container) };
      }
      const has = (other: KubernetesObject) => eachContainer([other]).some(hasLimit);
      if (missing.length === 0 || isPatchedElsewhere(object, document.path, context, has)) continue;
      for (const placed of missing) yield { ...problem(placed), path: document.path };
    }
  },
};

function hasLimit({ container, pod }: PlacedContainer): boolean {
  return (
    at(container.node, 'resources', 'limits', 'memory') !== undefined ||
    at(pod.spec, 'resources', 'limits', 'memory') !== undefined
  );
}

/** A LimitRange of the namespace fills in what is missing. */
function hasDefault(set: KubernetesSet, { namespace }: KubernetesObject): boolean {
  return set.objects.some(
    ({ object }) =>
      object.kind === 'LimitRange' &&
      (object.namespace === namespace || namespace === '' || object.namespace === '') &&
      itemsAt(object.node, 'spec', 'limits').some((limit) => textAt(limit, 'default', 'memory') !== undefined),
  );
}

/** With a request the kernel looks first at who uses more than was asked for, so a leak harms others less. */
function problem({ object, container, key, pod }: PlacedContainer): Problem {
  const asks =
    at(container.node, 'resources', 'requests', 'memory') !== undefined ||
    at(pod.spec, 'resources', 'requests', 'memory') !== undefined;
  return {
    range: placeOf(container),
    key,
    ...(asks ? { severity: 'low' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} has no memory limit.`,
      why: asks
        ? 'A leak takes the memory of the whole node, until the node evicts pods or the kernel kills processes: not always the one that leaks.'
        : 'A leak takes the memory of the whole node: the kernel then kills whatever it likes, of other workloads as well.',
      remedy: asks
        ? `Set ${quote('resources.limits.memory')} to what it may need at most.`
        : `Set ${quote('resources.limits.memory')} to what it may need at most, and ${quote('requests.memory')} to what it needs.`,
    },
  };
}
