import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';
import { selectedBy } from './pods/selected-by.ts';
import { isPortNumber, portNamesOf } from './ports/port-names.ts';

export const targetPortUnresolved: Rule<KubernetesSet> = {
  id: 'target-port-unresolved',
  kinds: ['kubernetes'],
  title: 'Service sends to a port that its pods do not name',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *needs({ directory, objects }) {
    if (!objects.some(({ object }) => namedTargets(object).length > 0 || namesPorts(object))) return;
    for (const name of ['*.yaml', '*.yml']) yield { glob: directory === '' ? name : `${directory}/${name}` };
  },

  *check(set, context) {
    if (!set.complete) return;
    const selected = workloadsByService(set);
    for (const { object: service, document } of set.objects) {
      const workloads = selected.get(service) ?? [];
      const names = workloads.flatMap(({ pod }) => (pod?.containers ?? []).flatMap(portNamesOf));
      const isPatched = workloads.some((one) => isPatchedElsewhere(one, document.path, context, () => true));
      if (workloads.length === 0 || isPatched) continue;
      for (const port of namedTargets(service))
        if (!names.includes(textAt(port.value) ?? ''))
          yield { ...problem(service, port, workloads, names), path: document.path };
    }
  },
};

/** Whole workloads that Services of the set send to. */
function workloadsByService(set: KubernetesSet): ReadonlyMap<KubernetesObject, readonly KubernetesObject[]> {
  const found = new Map<KubernetesObject, KubernetesObject[]>();
  for (const { object } of set.objects) {
    if (!object.pod) continue;
    for (const service of selectedBy(set, object, object.pod))
      found.set(service, [...(found.get(service) ?? []), object]);
  }
  return found;
}

function namesPorts({ pod }: KubernetesObject): boolean {
  return pod?.containers.some((container) => portNamesOf(container).length > 0) ?? false;
}

function namedTargets({ node, kind, apiVersion }: KubernetesObject): readonly YamlEntry[] {
  if (kind !== 'Service' || apiVersion !== 'v1') return [];
  return itemsAt(node, 'spec', 'ports').flatMap((port) => {
    const entry = entryOf(port, 'targetPort');
    const text = textAt(entry?.value);
    return !entry || !text || isPortNumber(text) || /[${}<>%]/.test(text) ? [] : [entry];
  });
}

function problem(
  service: KubernetesObject,
  port: YamlEntry,
  workloads: readonly KubernetesObject[],
  names: readonly string[],
): Problem {
  const name = textAt(port.value) ?? '';
  return {
    range: port.range,
    key: `${service.key}/targetPort/${name}`,
    message: {
      what: `${quote(service.key)} sends to the port ${quote(name)}, but ${names.length === 0 ? `no port of ${quoteAll(workloads.map(({ key }) => key))} has a name` : `the ports of ${quoteAll(workloads.map(({ key }) => key))} are called ${quoteAll(names)}`}.`,
      why: 'The Service has no address to send to for this port: every request to it fails.',
      remedy: `Use the name or the number of a port of these pods, or add ${quote(`name: ${name}`)} to the one that is meant.`,
    },
  };
}
