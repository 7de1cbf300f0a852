import { type KubernetesObject, labelsOf } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { isTogether } from './sets/missing-target.ts';
import { hasLabels } from './sets/selected-pods.ts';

export const serviceTargetPortUnknown: Rule<KubernetesSet> = {
  id: 'service-target-port-unknown',
  kinds: ['kubernetes'],
  title: 'Service sends requests to a port that its pods do not have',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-score': ['container-ports-check'], 'kube-linter': ['invalid-target-ports'] },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set) {
    for (const { object, document } of set.objects) {
      if (object.kind !== 'Service' || object.apiVersion !== 'v1') continue;
      const pods = selectedPods(object, set);
      if (pods.length === 0 || pods.some(isPartial)) continue;
      const known = new Set(pods.flatMap(portNames));
      for (const port of itemsAt(object.node, 'spec', 'ports')) {
        const target = entryOf(port, 'targetPort');
        const name = textAt(target?.value);
        if (!target || !name || /^\d+$/.test(name) || known.has(name) || isPlaceholder(name)) continue;
        yield {
          path: document.path,
          range: target.range,
          key: `${object.key}/targetPort/${name}`,
          message: {
            what: `${quote(object.key)} sends to the port ${quote(name)}, and ${quoteAll(pods.map(({ key }) => key))} ${known.size > 0 ? `has only ${quoteAll([...known])}` : 'names no ports'}.`,
            why: 'A name that no container has leads nowhere: all requests to this port fail.',
            remedy: 'Use the name of a port of the container, or its number.',
          },
        };
      }
    }
  },
};

function selectedPods(service: KubernetesObject, set: KubernetesSet): KubernetesObject[] {
  const pairs = [...labelsOf(mapAt(service.node, 'spec', 'selector'))];
  if (pairs.length === 0) return [];
  return set.objects
    .map(({ object }) => object)
    .filter((object) => isTogether(service, object) && hasLabels(object, pairs));
}

/** A patch, or a container to which something is added when it starts. */
function isPartial({ pod }: KubernetesObject): boolean {
  return pod?.containers.some(({ image }) => !image) ?? true;
}

function portNames({ pod }: KubernetesObject): string[] {
  return (pod?.containers ?? []).flatMap(({ node }) =>
    itemsAt(node, 'ports').flatMap((port) => textAt(port, 'name') ?? []),
  );
}
