import type { ChecklistItem, Kind } from '../types.ts';
import { type Binding, bindItem } from './bind/bind-item.ts';
import { expandRules } from './expand-rules.ts';
import { itemId } from './item-id.ts';
import { type ItemComment, parseItemComment } from './parse-item-comment.ts';
import type { RawItem } from './statements/raw-item.ts';

/** Why an item has the rules it has. */
export interface ItemBinding {
  /** `file`: its comment says so. `text`: its words do. */
  readonly by: 'file' | 'text';
  readonly rules: readonly Binding[];
}

export interface ReadItems {
  readonly items: readonly ChecklistItem[];
  /** By the item's id. */
  readonly bindings: ReadonlyMap<string, ItemBinding>;
  readonly problems: readonly string[];
}

interface Read {
  readonly raw: RawItem;
  readonly comment: ItemComment | undefined;
}

/** Gives every statement an id, rules and who judges it. What its comment says wins over what its text says. */
export function readItems(
  path: string,
  rawItems: readonly RawItem[],
  personaKinds: readonly Kind[],
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): ReadItems {
  const items: ChecklistItem[] = [];
  const bindings = new Map<string, ItemBinding>();
  const problems: string[] = [];
  const taken = new Set<string>();
  const read = withoutCopies(rawItems);
  // A pattern takes what no item names and no pattern above it took: one finding answers one item.
  const bound = new Set(read.flatMap(({ comment }) => comment?.rules ?? []));
  const ruleIds = [...knownRules.keys()];
  for (const one of read) {
    const wanted = one.comment?.id ?? itemId(one.raw.text);
    const id = freeId(wanted, taken);
    const says = isOurs(one.comment) ? byFile(one.comment, ruleIds, bound) : byText(one.raw, knownRules);
    for (const rule of says.by === 'file' ? says.rules : []) bound.add(rule.rule);
    const found = [
      ...(one.comment?.problems ?? []),
      ...(id === wanted ? [] : [`the id \`${wanted}\` is taken; this item became \`${id}\`.`]),
      ...says.unknown.map((rule) => `there is no rule \`${rule}\`.`),
    ];
    problems.push(...found.map((problem) => `${path}:${one.raw.line}: ${problem}`));
    items.push(toItem(one, id, says, personaKinds, knownRules));
    bindings.set(id, { by: says.by, rules: says.rules });
  }
  return { items, bindings, problems };
}

/** A text that stands twice is one item, unless the file gives both an id. */
function withoutCopies(rawItems: readonly RawItem[]): readonly Read[] {
  const seen = new Set<string>();
  return rawItems.flatMap((raw) => {
    const comment = raw.comment === undefined ? undefined : parseItemComment(raw.comment);
    const key = comment?.id ?? itemId(raw.text);
    if (comment?.id === undefined && seen.has(key)) return [];
    seen.add(key);
    return [{ raw, comment }];
  });
}

/** A comment that says nothing about answers is a comment like any other. */
function isOurs(comment: ItemComment | undefined): comment is ItemComment {
  return comment !== undefined && (comment.id !== undefined || comment.rules.length > 0 || comment.partial);
}

interface Says extends ItemBinding {
  readonly partial: boolean;
  readonly beyond: boolean;
  readonly unknown: readonly string[];
}

function byFile(comment: ItemComment, ruleIds: readonly string[], bound: ReadonlySet<string>): Says {
  const { rules, unknown } = expandRules(comment.rules, ruleIds, bound);
  return {
    by: 'file',
    rules: rules.map((rule) => ({ rule, score: 1, why: 'named in the file' })),
    partial: comment.partial || unknown.length > 0,
    beyond: false,
    unknown,
  };
}

function byText(raw: RawItem, knownRules: ReadonlyMap<string, readonly Kind[]>): Says {
  const { bindings, whole, beyond } = bindItem(raw.text, raw.section, knownRules);
  return { by: 'text', rules: bindings, partial: bindings.length > 0 && !whole, beyond, unknown: [] };
}

function toItem(
  { raw, comment }: Read,
  id: string,
  says: Says,
  personaKinds: readonly Kind[],
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): ChecklistItem {
  const rules = says.rules.map(({ rule }) => rule);
  const ruleKinds = [...new Set(rules.flatMap((rule) => knownRules.get(rule) ?? []))];
  const defaults = ruleKinds.length > 0 ? ruleKinds : personaKinds;
  const unanswered = says.beyond ? 'nobody' : 'model';
  return {
    id,
    text: raw.text,
    section: raw.section,
    line: raw.line,
    kinds: comment && comment.kinds.length > 0 ? comment.kinds : defaults,
    rules,
    partial: says.partial,
    judge: comment?.judge ?? (rules.length > 0 && !says.partial ? 'rules' : unanswered),
    ...(comment?.proxy === undefined ? {} : { proxy: comment.proxy }),
  };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let copy = 2; taken.has(id); copy++) id = `${wanted}-${copy}`;
  taken.add(id);
  return id;
}
