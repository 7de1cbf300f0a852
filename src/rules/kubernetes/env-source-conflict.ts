import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, textAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Range, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { eachContainer } from './pods/each-container.ts';

export const envSourceConflict: Rule<KubernetesDocument> = {
  id: 'env-source-conflict',
  kinds: ['kubernetes'],
  title: 'Cluster refuses what this variable is set from',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['env-value-from'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { container, object, key } of eachContainer(view.objects)) {
      for (const item of itemsAt(container.node, 'env')) {
        const name = textAt(item, 'name') ?? '';
        const fault = faultOf(item);
        if (!fault) continue;
        yield {
          range: fault.range,
          key: `${key}/env/${name}`,
          message: {
            what: `The variable ${quote(name)} of ${quote(container.name)} in ${quote(object.key)} ${fault.text}.`,
            why: 'The cluster takes exactly one source for a variable: it refuses the object, and nothing is rolled out.',
            remedy: `Keep one of them: a ${quote('value')}, or one source below ${quote('valueFrom')}.`,
          },
        };
      }
    }
  },
};

function faultOf(item: YamlNode): { readonly range: Range; readonly text: string } | undefined {
  const from = entryOf(item, 'valueFrom');
  if (from?.value.type !== 'map') return undefined;
  // What is null is not there: patches take a field away like this.
  const sources = from.value.entries.filter(({ value }) => value.type !== 'scalar' || value.value !== null);
  const range = from.key.range;
  if (from.value.entries.length === 0) return { range, text: `has an empty ${quote('valueFrom')}` };
  if (sources.length > 1)
    return { range, text: `is taken from ${quoteAll(sources.map(({ key }) => key.text))} at once` };
  const value = textAt(item, 'value');
  return value && sources.length > 0
    ? { range: entryOf(item, 'value')?.range ?? range, text: `has a ${quote('value')} and a ${quote('valueFrom')}` }
    : undefined;
}
