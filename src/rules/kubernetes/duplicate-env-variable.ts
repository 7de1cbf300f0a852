import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, scalarAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule, Side } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';

export const duplicateEnvVariable: Rule<KubernetesDocument> = {
  id: 'duplicate-env-variable',
  kinds: ['kubernetes'],
  title: 'A variable is set twice',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    'kube-linter': ['duplicate-env-var'],
    'kube-score': ['environment-variable-key-duplication'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }, context) {
    for (const placed of eachContainer(view.objects)) {
      const names = itemsAt(placed.container.node, 'env').flatMap((one) => scalarAt(one, 'name') ?? []);
      const last = new Map(names.map((name) => [name.text, name]));
      const first = new Map(names.toReversed().map((name) => [name.text, name]));
      for (const [text, name] of first) {
        const later = last.get(text);
        if (later && later !== name) yield problem(placed, name, later, path, context.side);
      }
    }
  },
};

function problem(
  { object, container, key }: PlacedContainer,
  name: YamlScalar,
  later: YamlScalar,
  path: string,
  side: Side,
): Observation {
  return {
    range: name.range,
    key: `${key}/env/${name.text}`,
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} sets ${quote(name.text)} more than once.`,
      why: 'The last one counts, as long as nobody patches the list: then either may get lost, because the name is the key by which entries are merged.',
      remedy: 'Keep one.',
    },
    related: [{ path, side, range: later.range, message: 'This one counts.' }],
  };
}
