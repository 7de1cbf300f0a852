import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt, mapAt, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { isPlaceholder } from '../objects/is-placeholder.ts';
import type { Refusal, RefusalRow } from './refusal.ts';

/** What the API demands of Services and Ingresses. */
export const serviceRefusals: readonly RefusalRow[] = [
  { kinds: ['Service'], isAbsence: false, find: typeRefusals },
  { kinds: ['Service'], isAbsence: true, find: unnamedPorts },
  { kinds: ['Service'], isAbsence: false, find: repeatedPorts },
  {
    kinds: ['networking.k8s.io/Ingress'],
    isAbsence: true,
    find: (object) => itemsAt(object.node, 'spec', 'rules').flatMap(pathRefusals),
  },
];

function typeRefusals({ node }: KubernetesObject): Refusal[] {
  const spec = mapAt(node, 'spec');
  const type = entryOf(spec, 'type');
  const said = textAt(type?.value);
  if (!type || !said || isPlaceholder(said)) return [];
  const place = 'spec.type';
  if (!/^(ClusterIP|NodePort|LoadBalancer|ExternalName)$/.test(said)) {
    const remedy = 'Use `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`.';
    return [{ range: type.range, place, what: `has the type ${quote(said)}, which Services do not know`, remedy }];
  }
  if (/^(NodePort|LoadBalancer)$/.test(said) && textAt(spec, 'clusterIP') === 'None') {
    const remedy = 'Take out `clusterIP: None`, or use the type `ClusterIP`.';
    return [
      {
        range: type.range,
        place,
        what: `is to be reached from outside (${quote(said)}) and has no address (${quote('clusterIP: None')})`,
        remedy,
      },
    ];
  }
  return [];
}

/** With several ports, each needs a name. */
function unnamedPorts({ node }: KubernetesObject): Refusal[] {
  const ports = itemsAt(node, 'spec', 'ports');
  if (ports.length < 2) return [];
  return ports
    .filter((port) => port.type === 'map' && entryOf(port, 'port') && !entryOf(port, 'name'))
    .map((port) => ({
      range: entryOf(port, 'port')?.range ?? port.range,
      place: `spec.ports.${numberOf(port)}`,
      what: `has several ports, and port ${quote(numberOf(port))} has no name`,
      remedy: 'Give every port a `name`.',
    }));
}

function repeatedPorts({ node }: KubernetesObject): Refusal[] {
  const seen = new Set<string>();
  return itemsAt(node, 'spec', 'ports').flatMap((port): Refusal[] => {
    const id = `${numberOf(port)}/${textAt(port, 'protocol') ?? 'TCP'}`;
    const name = textAt(port, 'name');
    const twice = [id, ...(name ? [name] : [])].find((one) => seen.has(one));
    seen.add(id);
    if (name) seen.add(name);
    const entry = entryOf(port, twice === id ? 'port' : 'name');
    if (twice === undefined || !entry || isPlaceholder(twice)) return [];
    const remedy = 'Take one of them out, or give it a number and a name of its own.';
    return [{ range: entry.range, place: `spec.ports.${twice}`, what: `has the port ${quote(twice)} twice`, remedy }];
  });
}

function numberOf(port: YamlNode): string {
  return textAt(port, 'port') ?? '';
}

/** Paths as `networking.k8s.io/v1` has them. */
function pathRefusals(rule: YamlNode): Refusal[] {
  return itemsAt(rule, 'http', 'paths').flatMap((path): Refusal[] => {
    const backend = entryOf(path, 'backend');
    const where = `${textAt(rule, 'host') ?? ''}${textAt(path, 'path') ?? ''}`;
    if (!backend) return [];
    const old = entryOf(backend.value, 'serviceName');
    if (old) {
      const remedy = 'Write `service: {name: ..., port: {number: ...}}`.';
      const what = `names the backend of ${quote(where)} as the API did before \`networking.k8s.io/v1\``;
      return [{ range: old.range, place: `${where}.backend`, what, remedy }];
    }
    if (entryOf(path, 'pathType')) return [];
    const remedy = 'Add `pathType: Prefix`, `Exact` or `ImplementationSpecific`.';
    const what = `has no \`pathType\` for ${quote(where || '/')}`;
    return [{ range: entryOf(path, 'path')?.range ?? backend.key.range, place: `${where}.pathType`, what, remedy }];
  });
}
