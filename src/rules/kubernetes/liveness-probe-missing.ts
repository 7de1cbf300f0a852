import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer, placeOf } from './pods/each-container.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';

const LONG_RUNNING = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'DeploymentConfig',
]);

export const livenessProbeMissing: Rule<KubernetesSet> = {
  id: 'liveness-probe-missing',
  kinds: ['kubernetes'],
  title: 'A program that hangs is not restarted',
  severity: 'low',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {
    'kube-linter': ['no-liveness-probe'],
    'kube-score': ['pod-probes'],
    polaris: ['livenessProbeMissing'],
    checkov: ['CKV_K8S_8'],
    kics: ['ade74944-a674-4e00-859e-c6eab5bde441'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set, context) {
    for (const { object, document } of set.objects) {
      if (!LONG_RUNNING.has(object.kind)) continue;
      const missing = eachContainer([object]).filter((placed) => isMain(placed) && !hasProbe(placed));
      if (missing.length === 0) continue;
      if (isPatchedElsewhere(object, document.path, context, (other) => eachContainer([other]).some(hasProbe)))
        continue;
      for (const placed of missing) yield { ...problem(placed), path: document.path };
    }
  },
};

function isMain({ container: { role, image } }: PlacedContainer): boolean {
  return role === 'container' && image !== undefined;
}

function hasProbe({ container }: PlacedContainer): boolean {
  return entryOf(container.node, 'livenessProbe') !== undefined;
}

function problem({ object, container, key }: PlacedContainer): Problem {
  return {
    range: placeOf(container),
    key: `${key}/livenessProbe`,
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} has no liveness probe.`,
      why: 'A program that ends is started again; one that hangs stays as it is until somebody looks.',
      remedy: `If it can hang, add a ${quote('livenessProbe')} that asks for nothing but the program itself.`,
    },
  };
}
