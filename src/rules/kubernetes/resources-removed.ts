import type { Container } from '../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { at, entryOf, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Edit, Problem, Rule, RuleContext } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { isMovedElsewhere, type PairedObject, pairedObjects } from './changes/paired-objects.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { placeOf } from './pods/each-container.ts';
import { pairContainers } from './pods/pair-containers.ts';

/** A limit on CPU is left out on purpose by many; the others are what the scheduler and the kernel need to know. */
const NEEDED = [
  ['limits', 'memory'],
  ['requests', 'memory'],
  ['requests', 'cpu'],
] as const;
type Needed = (typeof NEEDED)[number];

export const resourcesRemoved: Rule<KubernetesSet> = {
  id: 'resources-removed',
  kinds: ['kubernetes'],
  title: 'What the container needs and may take is no longer said',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'objects',
  fixable: true,
  supersedes: [
    'memory-limit-missing',
    'memory-request-missing',
    'cpu-request-missing',
    'cpu-limit-missing',
    'ephemeral-storage-limit-missing',
  ],

  *compare(base, _head, context) {
    for (const pair of pairedObjects(base, context)) {
      const [old, now] = [pair.before.object.pod, pair.after.object.pod];
      if (!old || !now || at(now.spec, 'resources') || hasNewDefaults(context)) continue;
      for (const [before, after] of pairContainers(old.containers, now.containers)) {
        const lost = NEEDED.filter((field) => has(before, field) && !covers(after, field));
        if (lost.length === 0 || isMovedElsewhere(pair, context, (other) => holdsAll(other, after.name, lost)))
          continue;
        yield problem(pair, before, after, lost);
      }
    }
  },
};

function has({ node }: Container, [part, name]: Needed): boolean {
  return at(node, 'resources', part, name) !== undefined;
}

/** A request that is not given is as high as the limit. */
function covers(container: Container, [part, name]: Needed): boolean {
  return (
    has(container, [part, name] as Needed) ||
    (part === 'requests' && at(container.node, 'resources', 'limits', name) !== undefined)
  );
}

function holdsAll({ pod }: KubernetesObject, name: string, lost: readonly Needed[]): boolean {
  return pod?.containers.some((one) => one.name === name && lost.every((field) => covers(one, field))) ?? false;
}

/** A LimitRange came with the change: it fills in what is missing. */
function hasNewDefaults(context: RuleContext): boolean {
  const count = (side: 'base' | 'head') =>
    placedObjects(context, side).filter(({ object }) => object.kind === 'LimitRange').length;
  return count('head') > count('base');
}

function problem(pair: PairedObject, before: Container, after: Container, lost: readonly Needed[]): Problem {
  const { object, document } = pair.after;
  const noLimit = lost.some(([part]) => part === 'limits');
  const edits = restore(pair, before, after, lost);
  const place = entryOf(before.node, 'resources');
  return {
    path: document.path,
    range: entryOf(after.node, 'resources')?.range ?? placeOf(after),
    key: `${object.key}/${after.name}/resources`,
    message: {
      what: `The container ${quote(after.name)} of ${quote(object.key)} lost ${quoteAll(lost.map((field) => field.join('.')))}.`,
      why: noLimit
        ? 'A leak takes the memory of the whole node now, and the kernel kills whatever it likes.'
        : 'The scheduler counts it as nothing: it lands on nodes that are full, and is the first to be evicted.',
      remedy: 'Restore them; if the numbers were wrong, measure and set new ones.',
    },
    ...(place
      ? {
          related: [
            { path: pair.before.document.path, side: 'base' as const, range: place.range, message: 'They were here.' },
          ],
        }
      : {}),
    ...(edits ? { fix: { title: 'Restore the resources', safety: 'safe' as const, edits } } : {}),
  };
}

/** The whole block where it is gone; else the parts or lines that are missing. */
function restore(
  pair: PairedObject,
  before: Container,
  after: Container,
  lost: readonly Needed[],
): readonly Edit[] | undefined {
  const [old, now] = [pair.before.document.source, pair.after.document.source];
  const block = entryOf(before.node, 'resources');
  const kept = mapAt(after.node, 'resources');
  if (block?.value.type !== 'map') return undefined;
  if (!entryOf(after.node, 'resources')) {
    const edit = restoreEntry(old, block, before.node, now, after.node);
    return edit ? [edit] : undefined;
  }
  const wanted = lost.map(([part, name]) => (mapAt(kept, part) ? ([part, name] as const) : ([part] as const)));
  const unique = wanted.filter((one, i) => wanted.findIndex((other) => other.join() === one.join()) === i);
  const edits = unique.map(([part, name]) => {
    const [from, into] = name ? [mapAt(block.value, part), mapAt(kept, part)] : [mapAt(before.node, 'resources'), kept];
    const entry = entryOf(from, name ?? part);
    return entry && from && into ? restoreEntry(old, entry, from, now, into) : undefined;
  });
  return edits.every((edit): edit is Edit => edit !== undefined) ? edits : undefined;
}
