import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { sliceOf } from '../../documents/source-text.ts';
import { at, scalarsBelow, textAt, toValue, type YamlList, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Edit, Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';

export const duplicateEnvVar: Rule<KubernetesDocument> = {
  id: 'duplicate-env-var',
  kinds: ['kubernetes'],
  title: 'Environment variable is set twice',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['duplicate-env-var'], 'kube-score': ['environment-variable-key-duplication'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, source }) {
    for (const placed of eachContainer(view.objects)) {
      const env = at(placed.container.node, 'env');
      if (env?.type !== 'list') continue;
      for (const [i, item] of env.items.entries()) {
        const name = textAt(item, 'name');
        const later = name === undefined ? -1 : nextOf(env, i, name);
        if (name === undefined || later < 0 || isUsed(name, env.items.slice(i + 1, later + 1))) continue;
        yield problem(placed, env, i, later, name, source);
      }
    }
  },
};

function nextOf({ items }: YamlList, index: number, name: string): number {
  return items.findIndex((item, i) => i > index && textAt(item, 'name') === name);
}

/** The first value goes into others before the second takes its place. */
function isUsed(name: string, items: readonly YamlNode[]): boolean {
  return items.some((item) => scalarsBelow(item).some(({ scalar }) => scalar.text.includes(`$(${name})`)));
}

function problem(
  { object, container, key }: PlacedContainer,
  env: YamlList,
  index: number,
  later: number,
  name: string,
  source: string,
): Problem {
  const [first, second] = [env.items[index], env.items[later]] as [YamlNode, YamlNode];
  const isSame = JSON.stringify(toValue(first)) === JSON.stringify(toValue(second));
  const edit = env.flow ? undefined : deleteItem(source, first);
  return {
    range: first.range,
    key: `${key}/env/${name}`,
    ...(isSame ? { severity: 'low' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} sets ${quote(name)} twice${isSame ? '' : ', to different values'}.`,
      why: 'Only the last one counts, and server-side apply, which Flux and Argo CD can use, refuses the list.',
      remedy: isSame ? 'Delete one of them.' : 'Keep the one that is meant: until now it was the last.',
    },
    ...(edit ? { fix: { title: `Delete the ${name} that does not count`, safety: 'review', edits: [edit] } } : {}),
  };
}

/** The lines of an item of a block list, where they hold nothing else. */
function deleteItem(source: string, { range }: YamlNode): Edit | undefined {
  const start = source.lastIndexOf('\n', range.start - 1) + 1;
  if (!/^\s*-\s+$/.test(source.slice(start, range.start))) return undefined;
  const lineEnd = source.indexOf('\n', range.start + sliceOf(source, range).trimEnd().length);
  return lineEnd < 0 ? undefined : { range: { start, end: lineEnd + 1 }, text: '' };
}
