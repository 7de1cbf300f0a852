import type { Kind, Persona } from '../types.ts';
import { isKind, REVIEWED_KINDS } from './kinds.ts';
import { nameOf, textOf } from './name-of.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { type ItemBinding, readItems } from './read-items.ts';
import { splitChecklist } from './split-checklist.ts';
import { MAX_ITEMS } from './statements/raw-item.ts';

/** A persona, and what in its file was passed over: unknown rules and words, ids given twice; each with file and line. */
export interface LoadedPersona extends Persona {
  readonly problems: readonly string[];
  /** Why each item is bound to its rules, by the item's id. */
  readonly bindings: ReadonlyMap<string, ItemBinding>;
  /** What the front matter says of it, for whoever decides whether it is called. */
  readonly description: string;
  /** The front matter says which file kinds call it. */
  readonly choosesKinds: boolean;
}

/** Characters of an agent file that are read. */
const MAX_TEXT = 1_000_000;
/** Characters of instructions that a model is given. */
const MAX_PROMPT = 20_000;

/**
 * Reads an agent file of any form. `knownRules` holds the rules of this version with the file kinds they look at. Items
 * whose comment names rules have these; others are bound by their text. A file with neither a name nor items is refused.
 */
export function loadPersona(
  file: { readonly path: string; readonly text: string },
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): LoadedPersona | { readonly problem: string } {
  const agent = parseFrontMatter(file.text.slice(0, MAX_TEXT));
  const { kinds, unknown } = kindsOf(agent.front.kinds);
  const split = splitChecklist(agent.lines, agent.above);
  if (split.items.length === 0 && textOf(agent.front.name) === undefined) {
    return {
      problem: `${file.path}: the agent file has neither a name nor anything to check, so it answers nothing. Write what is to be checked as \`- [ ]\` lines.`,
    };
  }
  const { items, bindings, problems } = readItems(file.path, split.items.slice(0, MAX_ITEMS), kinds, knownRules);
  return {
    ...nameOf(file.path, agent.front),
    path: file.path,
    prompt: split.prompt.slice(0, MAX_PROMPT),
    kinds,
    items,
    bindings,
    description: textOf(agent.front.description)?.slice(0, 4000) ?? '',
    choosesKinds: Array.isArray(agent.front.kinds) || textOf(agent.front.kinds) !== undefined,
    problems: [
      ...cuts(file, split.items.length),
      ...unknown.map((kind) => `${file.path}: there is no file kind \`${kind}\`.`),
      ...problems,
    ],
  };
}

function cuts({ path, text }: { readonly path: string; readonly text: string }, items: number): readonly string[] {
  return [
    ...(text.length > MAX_TEXT
      ? [`${path}: the agent file has more than ${MAX_TEXT} characters; what stands behind them is not read. Split it.`]
      : []),
    ...(items > MAX_ITEMS
      ? [`${path}: the agent file has more than ${MAX_ITEMS} items; the first ${MAX_ITEMS} are answered. Split it.`]
      : []),
  ];
}

/** A file that names no kinds is called by every change that rules look at. */
function kindsOf(value: unknown): { readonly kinds: readonly Kind[]; readonly unknown: readonly string[] } {
  const listed: readonly unknown[] = Array.isArray(value) ? value : (textOf(value)?.split(',') ?? []);
  const words = listed.filter((word) => typeof word === 'string').map((word) => word.trim());
  const kinds = words.filter(isKind);
  return {
    kinds: kinds.length > 0 ? kinds : REVIEWED_KINDS,
    unknown: words.filter((word) => !isKind(word)).slice(0, 10),
  };
}
