import { type KubernetesObject, labelsOf } from '../../documents/kubernetes/kubernetes-object.ts';
import { at, entryOf, itemsAt, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { matchesSelector } from './objects/matches-selector.ts';
import { isClosed } from './sets/is-closed.ts';
import { confidenceOf, relatedTo } from './sets/missing-target.ts';
import { neighboursOf } from './sets/neighbours-of.ts';

export const servicemonitorDangling: Rule<KubernetesSet> = {
  id: 'servicemonitor-dangling',
  kinds: ['kubernetes'],
  title: 'Metrics are collected from nothing',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['dangling-servicemonitor'] },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^ServiceMonitor$/),

  *check(set, context) {
    const services = placedObjects(context, context.side).filter(
      ({ object }) => object.kind === 'Service' && object.apiVersion === 'v1',
    );
    const own = set.objects.filter(({ object }) => object.kind === 'Service' && object.apiVersion === 'v1');
    for (const { object, document } of set.objects) {
      if (object.kind !== 'ServiceMonitor' || own.length === 0) continue;
      const selector = entryOf(mapAt(object.node, 'spec'), 'selector');
      const said = [...labelsOf(mapAt(selector?.value, 'matchLabels'))];
      if (!selector || said.length === 0 || said.some((pair) => pair.some(isPlaceholder))) continue;
      const found = services.filter((service) => matchesSelector(selector.value, labels(service.object)));
      if (found.length > 0) {
        for (const problem of portProblems(
          object,
          found.map((service) => service.object),
        ))
          yield { ...problem, path: document.path };
        continue;
      }
      if (!isClosed(set, context)) continue;
      const near = own.find((service) => service.object.name === object.name);
      yield {
        path: document.path,
        range: selector.range,
        key: `${object.key}/selector`,
        ...confidenceOf(near),
        ...relatedTo(near),
        message: {
          what: `${quote(object.key)} is for Services with ${quoteAll(said.map((pair) => pair.join(': ')))}, and there are none.`,
          why: 'No metrics arrive, and alerts that are made of them stay silent.',
          remedy: 'Use labels of the Service itself; those of its selector do not count.',
        },
      };
    }
  },
};

function labels({ node }: KubernetesObject): ReadonlyMap<string, string> {
  return labelsOf(mapAt(node, 'metadata', 'labels'));
}

/** Ports are told by their names in the Service. */
function* portProblems(monitor: KubernetesObject, services: readonly KubernetesObject[]): Generator<Problem> {
  const known = new Set(
    services.flatMap(({ node }) => itemsAt(node, 'spec', 'ports').flatMap((port) => textAt(port, 'name') ?? [])),
  );
  for (const endpoint of itemsAt(at(monitor.node, 'spec'), 'endpoints')) {
    const entry = entryOf(endpoint, 'port');
    const name = textAt(entry?.value);
    if (!entry || !name || known.has(name) || isPlaceholder(name)) continue;
    yield {
      range: entry.range,
      key: `${monitor.key}/port/${name}`,
      message: {
        what: `${quote(monitor.key)} reads the port ${quote(name)}, and ${quoteAll(services.map(({ key }) => key))} ${known.size > 0 ? `has only ${quoteAll([...known])}` : 'has no names for its ports'}.`,
        why: 'No metrics arrive, and alerts that are made of them stay silent.',
        remedy: 'Use the name of a port of the Service.',
      },
    };
  }
}
