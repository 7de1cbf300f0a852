import type { Container } from '../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, isTrue, itemsAt, scalarAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { selectedBy } from './pods/selected-by.ts';
import { servingContainers, servingPorts } from './pods/serving-containers.ts';

export const readinessProbeMissing: Rule<KubernetesSet> = {
  id: 'readiness-probe-missing',
  kinds: ['kubernetes'],
  title: 'Traffic reaches a container before it is ready',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {
    'kube-linter': ['no-readiness-probe'],
    'kube-score': ['pod-probes'],
    polaris: ['readinessProbeMissing'],
    checkov: ['CKV_K8S_9'],
    kics: ['a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set) {
    for (const { object, document } of set.objects) {
      if (!object.pod) continue;
      const services = selectedBy(set, object, object.pod);
      for (const container of servingContainers(object, services.length > 0)) {
        const probe = entryOf(container.node, 'readinessProbe');
        if (probe)
          yield {
            proof: `${container.name} of ${object.key} has a readiness probe`,
            path: document.path,
            range: probe.key.range,
          };
        else if (
          (services.length > 0 || !isReachedOverNode(object, container)) &&
          !isBehindAnother(object, container, services)
        )
          yield { ...problem(object, container, services), path: document.path };
      }
    }
  },
};

/** A pod waits for the probes of all its containers, and no Service sends to this one. */
function isBehindAnother(
  { pod }: KubernetesObject,
  container: Container,
  services: readonly KubernetesObject[],
): boolean {
  const others = pod?.containers.filter((one) => one !== container) ?? [];
  if (!others.some(({ node }) => entryOf(node, 'readinessProbe'))) return false;
  const ports = itemsAt(container.node, 'ports').flatMap((port) =>
    [textAt(port, 'name'), textAt(port, 'containerPort')].filter((one) => one !== undefined),
  );
  return !services
    .flatMap(({ node }) => itemsAt(node, 'spec', 'ports'))
    .some((port) => ports.includes(textAt(port, 'targetPort') ?? textAt(port, 'port') ?? ''));
}

/** What comes in over a port of the node asks nobody whether the pod is ready. */
function isReachedOverNode({ pod }: KubernetesObject, container: Container): boolean {
  const ports = itemsAt(container.node, 'ports');
  return (
    isTrue(scalarAt(pod?.spec, 'hostNetwork')) ||
    (ports.length > 0 && ports.every((port) => scalarAt(port, 'hostPort')))
  );
}

function problem(object: KubernetesObject, container: Container, services: readonly KubernetesObject[]): Problem {
  const ports = servingPorts(container);
  const sender = services.map(({ name }) => name);
  return {
    range: entryOf(container.node, 'name')?.range ?? (container.image ?? container.node).range,
    key: `${object.key}/${container.name}`,
    ...(sender.length > 0 ? { confidence: 'certain' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} ${ports.length > 0 ? `serves ${quoteAll(ports)}` : `is behind the Service ${quoteAll(sender)}`} and has no readiness probe.`,
      why: `Pods get traffic as soon as the process starts${sender.length > 0 && ports.length > 0 ? `, through ${quoteAll(sender)}` : ''}: requests fail during every rollout, and while the program cannot serve.`,
      remedy: `Add a ${quote('readinessProbe')} that asks for what a request needs.`,
    },
  };
}
