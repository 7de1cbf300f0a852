import type { Concept } from './concepts.ts';
import type { Mention } from './find-concepts.ts';
import type { Topic } from './topic.ts';

/** What is known of an item: the concepts of its text, and those of the heading it stands under. */
export interface ItemConcepts {
  readonly text: ReadonlyMap<Concept, readonly Mention[]>;
  readonly section: ReadonlyMap<Concept, readonly Mention[]>;
  /** Words of the text. */
  readonly length: number;
}

export interface TopicMatch {
  readonly topic: Topic;
  /** From 0 to 1. */
  readonly score: number;
  /** The words of the item that say so, for people. */
  readonly why: string;
  /** Positions of these words in the text. */
  readonly explained: ReadonlySet<number>;
}

/** A heading tells what a list is about, not what an item asks for: only these are taken from it. */
const CONTEXT: ReadonlySet<Concept> = new Set<Concept>([
  'model',
  'experiment',
  'dataThing',
  'modelThing',
  'kubernetes',
  'container',
  'dockerfile',
  'image',
  'terraform',
  'action',
  'workflow',
  'pipeline',
  'inPipeline',
  'job',
  'deploy',
  'scanned',
  'cloud',
  'idempotentStep',
]);

const FROM_SECTION = 0.6;
/** An item of more words than these says itself what it is about. */
const SHORT = 4;
const AGAINST = 0.5;
/** Words that are further apart, in a list of many things, need not belong together. */
const FAR = 9;
const TOO_FAR = 0.35;

interface Hit {
  readonly mention: Mention;
  readonly of: 'text' | 'section';
}

/** How well a topic fits an item; undefined where a group of it has nothing in the item. */
export function matchTopic(topic: Topic, item: ItemConcepts): TopicMatch | undefined {
  const groups: (readonly Hit[])[] = [];
  for (const group of topic.about) {
    const hits = hitsOf(group, item);
    if (hits.length === 0) return undefined;
    groups.push(hits);
  }
  const [first = [], ...rest] = groups;
  const anchors = first.map((hit) => [hit, ...rest.map((hits) => nearest(hits, hit))]);
  const best = anchors.reduce((one, other) => (spread(other) < spread(one) ? other : one));
  const own = best.filter((hit) => hit.of === 'text');
  if (own.length === 0) return undefined;
  const average = best.reduce((sum, hit) => sum + (hit.of === 'text' ? 1 : FROM_SECTION), 0) / best.length;
  const against = (topic.unless ?? []).filter((concept) => speaksOf(item, concept)).length * AGAINST;
  const score = Math.max(0, average - against - (spread(best) > FAR ? TOO_FAR : 0));
  const explained = new Set(
    groups
      .flat()
      .flatMap(({ mention, of }) =>
        of === 'text' ? Array.from({ length: mention.length }, (_, i) => mention.at + i) : [],
      ),
  );
  return {
    topic,
    score: Math.round(score * 100) / 100,
    why: [...new Set(best.map(wordsOfHit))].join(' + '),
    explained,
  };
}

/** A heading speaks against a topic where it would speak for one. */
function speaksOf(item: ItemConcepts, concept: Concept): boolean {
  return item.text.has(concept) || (item.length <= SHORT && item.section.has(concept));
}

function hitsOf(group: readonly Concept[], item: ItemConcepts): readonly Hit[] {
  const own = group.flatMap((concept) =>
    (item.text.get(concept) ?? []).map((mention): Hit => ({ mention, of: 'text' })),
  );
  if (own.length > 0 || item.length > SHORT) return own;
  return group
    .filter((concept) => CONTEXT.has(concept))
    .flatMap((concept) => (item.section.get(concept) ?? []).map((mention): Hit => ({ mention, of: 'section' })));
}

function nearest(hits: readonly Hit[], to: Hit): Hit {
  return hits.reduce((one, other) => (distance(other, to) < distance(one, to) ? other : one));
}

/** What comes from the heading is near everything. */
function distance(one: Hit, other: Hit): number {
  return one.of === 'section' || other.of === 'section' ? 0 : Math.abs(one.mention.at - other.mention.at);
}

function spread(hits: readonly Hit[]): number {
  const places = hits.filter(({ of }) => of === 'text').map(({ mention }) => mention.at);
  return places.length === 0 ? 0 : Math.max(...places) - Math.min(...places);
}

function wordsOfHit({ mention, of }: Hit): string {
  return of === 'text' ? mention.words : `${mention.words} (heading)`;
}
