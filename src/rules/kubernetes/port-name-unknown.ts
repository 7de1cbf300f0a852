import type { Container } from '../../documents/kubernetes/container.ts';
import type { KubernetesObject, PodTemplate } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt, scalarAt, textAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';
import { selectedBy } from './pods/selected-by.ts';

export const portNameUnknown: Rule<KubernetesSet> = {
  id: 'port-name-unknown',
  kinds: ['kubernetes'],
  title: 'A port is named that the container does not have',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    'kube-linter': ['liveness-port', 'readiness-port', 'startup-port', 'invalid-target-ports'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set, context) {
    const told = new Set<YamlScalar>();
    const paths = new Map(set.objects.map(({ object, document }) => [object, document.path]));
    for (const { object, document } of set.objects) {
      const { pod } = object;
      if (!pod || isPatch(pod)) continue;
      const found = [
        ...eachContainer([object]).flatMap((placed) =>
          probePorts(placed.container).map((port) => ({ ...ofProbe(placed, port), path: document.path })),
        ),
        ...selectedBy(set, object, pod).flatMap((service) => {
          const ports = targetPorts(service, pod).filter((port) => !told.has(port));
          for (const port of ports) told.add(port);
          return ports.map((port) => ({
            ...ofService(service, object, port),
            path: paths.get(service) ?? document.path,
          }));
        }),
      ];
      if (found.length > 0 && !isPatchedElsewhere(object, document.path, context, hasPorts)) yield* found;
    }
  },
};

/** A container without an image is a patch of one that stands elsewhere. */
function isPatch({ containers }: PodTemplate): boolean {
  return containers.length === 0 || containers.some(({ image }) => !image);
}

function hasPorts({ pod }: KubernetesObject): boolean {
  return pod?.containers.some(({ node }) => entryOf(node, 'ports')) ?? false;
}

/** Named ports of probes that the container itself does not declare. */
function probePorts({ node }: Container): readonly YamlScalar[] {
  const names = portNames(node);
  return ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
    ['httpGet', 'tcpSocket'].flatMap((handler) => {
      const port = scalarAt(node, probe, handler, 'port');
      return port && isName(port) && !names.includes(port.text) ? [port] : [];
    }),
  );
}

/** Named target ports that no container of the pods declares. */
function targetPorts({ node }: KubernetesObject, { containers }: PodTemplate): readonly YamlScalar[] {
  const names = containers.flatMap((one) => portNames(one.node));
  return itemsAt(node, 'spec', 'ports').flatMap((port) => {
    const target = scalarAt(port, 'targetPort');
    return target && isName(target) && !names.includes(target.text) ? [target] : [];
  });
}

function portNames(node: Container['node']): readonly string[] {
  return itemsAt(node, 'ports').flatMap((port) => textAt(port, 'name') ?? []);
}

function isName({ text }: YamlScalar): boolean {
  return /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(text);
}

function ofProbe({ object, container, key }: PlacedContainer, port: YamlScalar): Problem {
  const names = portNames(container.node);
  return {
    range: port.range,
    key: `${key}/probe/${port.text}`,
    message: {
      what: `A probe of the container ${quote(container.name)} in ${quote(object.key)} asks the port ${quote(port.text)}, and the container ${names.length > 0 ? `has ${quoteAll(names)}` : 'names no ports'}.`,
      why: 'The name leads nowhere, so the probe fails each time: the pod never becomes ready, or is restarted again and again.',
      remedy: `Name a port of the same container, or add ${quote(`name: ${port.text}`)} to the one that is meant.`,
    },
  };
}

function ofService(service: KubernetesObject, object: KubernetesObject, port: YamlScalar): Problem {
  return {
    range: port.range,
    key: `${service.key}/targetPort/${port.text}`,
    message: {
      what: `${quote(service.key)} sends to the port ${quote(port.text)}, and no container of ${quote(object.key)} has one of that name.`,
      why: 'The Service gets no endpoint for it: every connection is refused.',
      remedy: 'Name a port of the container, or use its number.',
    },
  };
}
