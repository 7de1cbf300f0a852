import type { Kind } from '../../types.ts';
import { expandRules } from '../expand-rules.ts';
import { findConcepts } from './find-concepts.ts';
import { matchRuleId } from './match-rule-id.ts';
import { type ItemConcepts, matchTopic, type TopicMatch } from './match-topic.ts';
import { ofItsClouds } from './of-its-clouds.ts';
import { ofItsKinds } from './of-its-kinds.ts';
import { stem } from './stem.ts';
import { TOPICS } from './topics.ts';
import { type Word, wordsOf } from './words-of.ts';

/** A rule that answers an item, how sure that is, and the words that say so. */
export interface Binding {
  readonly rule: string;
  /** From 0 to 1; from `THRESHOLD` on it holds. */
  readonly score: number;
  readonly why: string;
}

export interface TextBinding {
  /** The surest first. */
  readonly bindings: readonly Binding[];
  /** The rules answer everything that the item says. */
  readonly whole: boolean;
  /** The item is about people or a running system: no file of a change tells. */
  readonly beyond: boolean;
}

/** Below it an item is bound to nothing: a wrong answer is worse than none. */
export const THRESHOLD = 0.75;

/** How sure the name of a rule is. */
const BY_NAME = 0.8;
const PEOPLE = 0.3;

/** Binds an item to rules by its words and those of its heading. */
export function bindItem(text: string, section: string, knownRules: ReadonlyMap<string, readonly Kind[]>): TextBinding {
  const ruleIds = [...knownRules.keys()];
  const words = wordsOf(text);
  const item: ItemConcepts = {
    text: findConcepts(words),
    section: findConcepts(wordsOf(section)),
    length: words.length,
  };
  const penalty = item.text.has('people') ? PEOPLE : 0;
  const matches = TOPICS.flatMap((topic) => matchTopic(topic, item) ?? [])
    .map((match) => (match.topic.namesPeople ? match : { ...match, score: match.score - penalty }))
    .filter(({ score }) => score >= THRESHOLD)
    .filter(({ topic, explained }) => topic.alone !== true || saysNothingElse(explained, words));
  const named = namedRules(ruleIds, words, penalty);
  const all = best([...matches.flatMap((match) => ofTopic(match, ruleIds)), ...named]);
  const bindings = ofItsKinds(ofItsClouds(all, words), words, knownRules);
  const beyond = bindings.length === 0 && (item.text.has('people') || item.text.has('runningSystem'));
  return { bindings, whole: isWhole(matches, words), beyond };
}

function ofTopic({ topic, score, why }: TopicMatch, ruleIds: readonly string[]): readonly Binding[] {
  return expandRules(topic.rules, ruleIds).rules.map((rule) => ({ rule, score, why: `${topic.name}: ${why}` }));
}

function namedRules(ruleIds: readonly string[], words: readonly Word[], penalty: number): readonly Binding[] {
  if (BY_NAME - penalty < THRESHOLD) return [];
  return ruleIds.flatMap((rule) => {
    const match = matchRuleId(rule, words);
    return match ? [{ rule, score: BY_NAME, why: `name of the rule: ${match.why}` }] : [];
  });
}

/** One binding for a rule, the surest. */
function best(bindings: readonly Binding[]): readonly Binding[] {
  const byRule = new Map<string, Binding>();
  for (const binding of bindings) {
    const known = byRule.get(binding.rule);
    if (known === undefined || known.score < binding.score) byRule.set(binding.rule, binding);
  }
  return [...byRule.values()].sort((one, other) => other.score - one.score);
}

/** Every word of the item belongs to a topic whose rules answer it whole. */
function isWhole(matches: readonly TopicMatch[], words: readonly Word[]): boolean {
  if (matches.length === 0 || matches.some(({ topic }) => topic.whole !== true)) return false;
  return saysNothingElse(new Set(matches.flatMap((match) => [...match.explained])), words);
}

function saysNothingElse(explained: ReadonlySet<number>, words: readonly Word[]): boolean {
  return words.every((word, at) => explained.has(at) || SAYS_NOTHING.has(word.stem));
}

/** Words that ask for nothing more beside a topic. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  [
    'run',
    'set',
    'user',
    'define',
    'configure',
    'declare',
    'enable',
    'full',
    'instead',
    'third',
    'party',
    'not',
    'no',
  ].map(stem),
);
