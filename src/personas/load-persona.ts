import type { ChecklistItem, Kind, Persona } from '../types.ts';
import { type ExpandedRules, expandRules } from './expand-rules.ts';
import { isKind, REVIEWED_KINDS } from './kinds.ts';
import { type AgentFile, parseFrontMatter } from './parse-front-matter.ts';
import { type ItemComment, parseItemComment } from './parse-item-comment.ts';
import { type RawItem, splitChecklist } from './split-checklist.ts';

/** A persona, and what in its file was passed over: unknown rules and words, ids given twice; each with file and line. */
export interface LoadedPersona extends Persona {
  readonly problems: readonly string[];
}

/**
 * Reads an agent file. `knownRules` holds the rules of this version with the file kinds they look at: an item's kinds
 * default to them. An item whose rules are not all known is answered only in part, so their silence decides nothing.
 */
export function loadPersona(
  file: { readonly path: string; readonly text: string },
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): LoadedPersona | { readonly problem: string } {
  const agent = parseFrontMatter(file.text);
  if (agent === undefined) {
    return refuse(
      file.path,
      'has no front matter',
      'Begin it with a `---` line, `name:` and `description:`, and `---`',
    );
  }
  const name = textOf(agent.front.name);
  if (name === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    return refuse(file.path, `has ${name === undefined ? 'no name' : 'a name that is not kebab-case'}`, 'Set `name:`');
  }
  const { kinds, unknown } = kindsOf(agent.front.kinds);
  const { prompt, items: rawItems } = splitChecklist(agent.lines, agent.above);
  const { items, problems } = readItems(file.path, rawItems, kinds, knownRules);
  return {
    name,
    title: textOf(agent.front.title) ?? titleOf(name),
    path: file.path,
    prompt,
    kinds,
    items,
    problems: [...unknown.map((kind) => `${file.path}: there is no file kind \`${kind}\`.`), ...problems],
  };
}

function refuse(path: string, what: string, remedy: string): { readonly problem: string } {
  return { problem: `${path}: the agent file ${what}, so its checklist is not answered. ${remedy}.` };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A file that names no kinds is called by every change that rules look at. */
function kindsOf(value: AgentFile['front'][string]): {
  readonly kinds: readonly Kind[];
  readonly unknown: readonly string[];
} {
  const words = (Array.isArray(value) ? value : (textOf(value)?.split(',') ?? [])).map((word) => String(word).trim());
  const kinds = words.filter(isKind);
  return { kinds: kinds.length > 0 ? kinds : REVIEWED_KINDS, unknown: words.filter((word) => !isKind(word)) };
}

function readItems(
  path: string,
  rawItems: readonly RawItem[],
  personaKinds: readonly Kind[],
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): { readonly items: readonly ChecklistItem[]; readonly problems: readonly string[] } {
  const items: ChecklistItem[] = [];
  const problems: string[] = [];
  const taken = new Set<string>();
  const read = rawItems.map((raw) => ({ raw, comment: parseItemComment(raw.comment ?? slugOf(raw.text)) }));
  // A pattern takes what no item names and no pattern above it took: one finding answers one item.
  const bound = new Set(read.flatMap(({ comment }) => comment.rules));
  for (const { raw, comment } of read) {
    const wanted = comment.id ?? slugOf(raw.text);
    const id = freeId(wanted, taken);
    const expanded = expandRules(comment.rules, knownRules.keys(), bound);
    for (const rule of expanded.rules) bound.add(rule);
    const found = [
      ...comment.problems,
      ...(id === wanted ? [] : [`the id \`${wanted}\` is taken; this item became \`${id}\`.`]),
      ...expanded.unknown.map((rule) => `there is no rule \`${rule}\`.`),
    ];
    problems.push(...found.map((problem) => `${path}:${raw.line}: ${problem}`));
    items.push(toItem(raw, id, comment, expanded, personaKinds, knownRules));
  }
  return { items, problems };
}

function toItem(
  raw: RawItem,
  id: string,
  comment: ItemComment,
  { rules, unknown }: ExpandedRules,
  personaKinds: readonly Kind[],
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): ChecklistItem {
  const partial = comment.partial || unknown.length > 0;
  const ruleKinds = [...new Set(rules.flatMap((rule) => knownRules.get(rule) ?? []))];
  const defaults = ruleKinds.length > 0 ? ruleKinds : personaKinds;
  return {
    id,
    text: raw.text,
    section: raw.section,
    line: raw.line,
    kinds: comment.kinds.length > 0 ? comment.kinds : defaults,
    rules,
    partial,
    judge: comment.judge ?? (rules.length > 0 && !partial ? 'rules' : 'model'),
    ...(comment.proxy === undefined ? {} : { proxy: comment.proxy }),
  };
}

/** An id made of the item's text: stable as long as the text is. */
function slugOf(text: string): string {
  const words = text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, 60).replace(/^-+|-+$/g, '') || 'item';
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let copy = 2; taken.has(id); copy++) id = `${wanted}-${copy}`;
  taken.add(id);
  return id;
}
