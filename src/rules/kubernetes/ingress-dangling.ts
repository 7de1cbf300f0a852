import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { at, entryOf, itemsAt, mapAt, textAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { isClosed } from './sets/is-closed.ts';
import { isTogether } from './sets/missing-target.ts';
import { neighboursOf } from './sets/neighbours-of.ts';

export const ingressDangling: Rule<KubernetesSet> = {
  id: 'ingress-dangling',
  kinds: ['kubernetes'],
  title: 'Ingress leads to a Service or port that does not exist',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['dangling-ingress'], 'kube-score': ['ingress-targets-service'] },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^Ingress$/),

  *check(set, context) {
    const services = set.objects.filter(({ object }) => object.kind === 'Service' && object.apiVersion === 'v1');
    if (services.length === 0) return;
    const all = placedObjects(context, context.side);
    for (const { object, document } of set.objects) {
      if (object.kind !== 'Ingress') continue;
      const own = services.map((service) => service.object).filter((service) => isTogether(service, object));
      for (const backend of backendsOf(object)) {
        const name = textAt(backend, 'name') ?? '';
        if (name === '' || isPlaceholder(name)) continue;
        const service = own.find((one) => one.name === name);
        const isElsewhere = all.some(({ object: other }) => other.kind === 'Service' && other.name === name);
        if (service) yield* portProblem(object, document.path, backend, service);
        else if (own.length > 0 && !isElsewhere && isClosed(set, context))
          yield missing(object, document.path, backend, name, own);
      }
    }
  },
};

/** The Services that an Ingress names, as `networking.k8s.io/v1` has them. */
function backendsOf({ node }: KubernetesObject): YamlMap[] {
  const paths = itemsAt(node, 'spec', 'rules').flatMap((rule) => itemsAt(rule, 'http', 'paths'));
  return [
    mapAt(node, 'spec', 'defaultBackend', 'service'),
    ...paths.map((path) => mapAt(path, 'backend', 'service')),
  ].flatMap((service) => service ?? []);
}

function* portProblem(
  ingress: KubernetesObject,
  path: string,
  backend: YamlMap,
  service: KubernetesObject,
): Generator<Problem> {
  const ports = itemsAt(service.node, 'spec', 'ports');
  const entry = entryOf(at(backend, 'port'), 'number') ?? entryOf(at(backend, 'port'), 'name');
  const wanted = textAt(entry?.value);
  if (!entry || !wanted || isPlaceholder(wanted) || ports.length === 0) return;
  const known = ports.flatMap((port) => textAt(port, entry.key.text === 'number' ? 'port' : 'name') ?? []);
  if (known.includes(wanted) || known.some(isPlaceholder) || textAt(service.node, 'spec', 'type') === 'ExternalName')
    return;
  yield {
    path,
    range: entry.range,
    key: `${ingress.key}/${service.name}/${wanted}`,
    message: {
      what: `${quote(ingress.key)} leads to port ${quote(wanted)} of ${quote(service.key)}, which has ${known.length > 0 ? `only ${quoteAll(known)}` : 'no names for its ports'}.`,
      why: 'Requests for this path are answered with an error.',
      remedy: 'Use a port of the Service; the one of the container is its `targetPort`.',
    },
  };
}

function missing(
  ingress: KubernetesObject,
  path: string,
  backend: YamlMap,
  name: string,
  own: readonly KubernetesObject[],
): Problem {
  return {
    path,
    range: entryOf(backend, 'name')?.range ?? backend.range,
    key: `${ingress.key}/${name}`,
    confidence: 'heuristic',
    message: {
      what: `${quote(ingress.key)} leads to the Service ${quote(name)}, which is not here; there is ${quoteAll(own.map((one) => one.name))}.`,
      why: 'Requests for this path are answered with an error.',
      remedy: 'Name the Service that is meant.',
    },
  };
}
