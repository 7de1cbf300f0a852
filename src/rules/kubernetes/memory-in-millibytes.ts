import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { mapAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';

export const memoryInMillibytes: Rule<KubernetesDocument> = {
  id: 'memory-in-millibytes',
  kinds: ['kubernetes'],
  title: 'Memory is given in thousandths of a byte',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const placed of eachContainer(view.objects)) {
      for (const list of ['limits', 'requests'] as const) {
        const entries = mapAt(placed.container.node, 'resources', list)?.entries ?? [];
        for (const entry of entries.filter(isMilli)) yield problem(placed, list, entry);
      }
    }
  },
};

/** The small `m` is a thousandth, as in `100m` of a processor; `M` and `Mi` are millions of bytes. */
function isMilli({ key, value }: YamlEntry): boolean {
  return (
    /^(memory|ephemeral-storage|hugepages-.*)$/.test(key.text) &&
    value.type === 'scalar' &&
    /^\d+(\.\d+)?m$/.test(value.text)
  );
}

function problem(
  { object, container, key }: PlacedContainer,
  list: 'limits' | 'requests',
  entry: YamlEntry,
): Observation {
  const value = entry.value.type === 'scalar' ? entry.value.text : '';
  const meant = value.replace(/m$/, 'Mi');
  return {
    range: entry.value.range,
    key: `${key}/${list}/${entry.key.text}`,
    ...(list === 'requests' ? { severity: 'medium' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} has ${quote(`${list}.${entry.key.text}: ${value}`)}, which is ${Number.parseFloat(value) / 1000} bytes.`,
      why:
        list === 'limits'
          ? 'A small m stands for thousandths: no process fits into that, and the pod does not start.'
          : 'A small m stands for thousandths: the scheduler sets nothing aside, and the pod is the first to go when its node runs out.',
      remedy: `Write ${quote(meant)} if mebibytes are meant.`,
    },
    fix: { title: `Write ${meant}`, safety: 'review', edits: [{ range: entry.value.range, text: meant }] },
  };
}
