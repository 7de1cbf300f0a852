import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, textAt, type YamlEntry, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer } from './pods/each-container.ts';
import { faultOfPortName, isPortNumber } from './ports/port-names.ts';

export const invalidPortName: Rule<KubernetesDocument> = {
  id: 'invalid-port-name',
  kinds: ['kubernetes'],
  title: 'Cluster refuses the name of this port',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['invalid-target-ports'], 'kube-score': ['container-ports-check'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { container, key } of eachContainer(view.objects))
      yield* problems(itemsAt(container.node, 'ports'), 'name', `The container ${quote(container.name)}`, key);
    for (const object of view.objects.filter(isService))
      yield* problems(itemsAt(object.node, 'spec', 'ports'), 'targetPort', quote(object.key), object.key);
  },
};

function isService({ kind, apiVersion }: KubernetesObject): boolean {
  return kind === 'Service' && apiVersion === 'v1';
}

function* problems(
  ports: readonly YamlNode[],
  field: 'name' | 'targetPort',
  subject: string,
  key: string,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const port of ports) {
    const entry = entryOf(port, field);
    const text = textAt(entry?.value);
    if (!entry || text === undefined || text === '' || /[${}<>%]/.test(text)) continue;
    if (field === 'targetPort' && isPortNumber(text)) continue;
    const fault =
      faultOfPortName(text) ?? (field === 'name' && seen.has(text) ? 'another of its ports has it' : undefined);
    seen.add(text);
    if (fault) yield problem(entry, text, fault, subject, key);
  }
}

function problem(entry: YamlEntry, text: string, fault: string, subject: string, key: string): Problem {
  return {
    range: entry.range,
    key: `${key}/ports/${text}`,
    message: {
      what: `${subject} has a port ${quote(`${entry.key.text}: ${text}`)}: ${fault}.`,
      why: 'The cluster refuses the object, and nothing is rolled out.',
      remedy:
        'Give it a name of its own of at most 15 small letters, digits and single hyphens, and the same name where it is referred to.',
    },
  };
}
