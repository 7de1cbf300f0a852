import { cleanText } from './clean-text.ts';
import { continuation } from './continuation.ts';
import { holdsStatements, isStatement } from './is-statement.ts';
import { headingLine, isLeadIn, type ListLine, listLine } from './line-forms.ts';
import { MAX_ITEMS, type RawItem, splitComment } from './raw-item.ts';
import { tableStatements } from './table-statements.ts';
import { taggedStatements, tagLine } from './tag-forms.ts';

/** The statements of a text, and the lines (from 0) that they stand on. */
export interface Statements {
  readonly items: readonly RawItem[];
  readonly used: ReadonlySet<number>;
}

/** Where the reader is. */
interface State {
  heading: string;
  leadIn: string;
  /** List items that introduce the deeper ones. */
  parents: readonly { readonly indent: number; readonly text: string }[];
  /** The end of what is passed over: a fence, a comment, an example. */
  hiddenUntil: string | undefined;
  /** A tag that waits for its text. */
  openTag: string | undefined;
}

/** A sentence that asks for something, without a list around it. */
const DEMAND = /^(?:\*\*)?(?:ensure|verify|confirm|make sure|check that|never)\b/i;

/** Reads every form in which agent files write what can be checked. */
export function readStatements(lines: readonly string[], above: number): Statements {
  const state: State = { heading: '', leadIn: '', parents: [], hiddenUntil: undefined, openTag: undefined };
  const items: RawItem[] = [];
  const used = new Set<number>();
  const tables = tableStatements(lines);
  for (let at = 0; at < lines.length && items.length <= MAX_ITEMS; at++) {
    if (used.has(at)) continue;
    const { texts, covers } = statementsAt(lines, at, state, tables.get(at));
    const section = sectionOf(state);
    for (const raw of texts) {
      const { text, comment } = splitComment(raw);
      const clean = cleanText(text);
      if (isStatement(clean)) items.push({ text: clean, comment, section, line: above + at + 1 });
    }
    if (texts.length > 0) for (let line = at; line < at + covers; line++) used.add(line);
  }
  return { items, used };
}

/** How a list is introduced says what it is about, unless it is only a demand: "Before you are done". */
function sectionOf({ heading, leadIn, parents }: State): string {
  const label = parents.at(-1)?.text || leadIn;
  return heading !== '' && (label === '' || SENTENCE.test(label)) ? heading : label;
}

const SENTENCE =
  /^(?:before|after|when|while|if|ensure|verify|check|confirm|make|always|never|all|every|you|we|i|these|the following|your)\b/i;

/** What is asked for in so many words counts wherever it stands. */
const INSISTS = /^\W{0,3}(?:always|never|ensure|do not|must)\b/i;

interface Found {
  readonly texts: readonly string[];
  /** How many lines they take. */
  readonly covers: number;
}

const NOTHING: Found = { texts: [], covers: 1 };
const one = (text: string, covers = 1): Found => ({ texts: [text], covers });

function statementsAt(lines: readonly string[], at: number, state: State, row: string | undefined): Found {
  const line = lines[at] ?? '';
  if (state.hiddenUntil !== undefined) return whileHidden(line, state);
  if (opensHidden(line, state)) return NOTHING;
  const heading = headingLine(line) ?? underlined(lines, at);
  if (heading !== undefined) {
    Object.assign(state, { heading: cleanText(heading), leadIn: '', parents: [], openTag: undefined });
    return NOTHING;
  }
  const tagged = taggedAt(line, state);
  if (tagged !== undefined) return tagged;
  if (row !== undefined) return holds(state) ? one(row) : NOTHING;
  const item = listLine(line);
  if (item !== undefined) return listItem(lines, at, item, state);
  return paragraph(line, state);
}

/** In a fence tags still count, for prompts show their protocols so; a heading ends an example that nobody closed. */
function whileHidden(line: string, state: State): Found {
  const end = state.hiddenUntil ?? '';
  const isFence = /^[`~]/.test(end);
  if (isFence ? line.trim().startsWith(end) : line.toLowerCase().includes(end)) state.hiddenUntil = undefined;
  else if (isFence) return { texts: taggedStatements(line).texts, covers: 1 };
  else if (headingLine(line) !== undefined && end.startsWith('<')) state.hiddenUntil = undefined;
  return NOTHING;
}

/** A heading whose line below is drawn. */
function underlined(lines: readonly string[], at: number): string | undefined {
  const line = lines[at] ?? '';
  return /^\S/.test(line) && listLine(line) === undefined && /^(?:={3,80}|-{3,80})\s{0,9}$/.test(lines[at + 1] ?? '')
    ? line
    : undefined;
}

function opensHidden(line: string, state: State): boolean {
  const [, fence] = /^\s*(`{3,20}|~{3,20})/.exec(line) ?? [];
  if (fence !== undefined) state.hiddenUntil = fence;
  else if (/^\s*<!--/.test(line)) state.hiddenUntil = line.includes('-->') ? undefined : '-->';
  else {
    const tag = tagLine(line);
    if (tag?.hidden !== true || tag.closes) return false;
    state.hiddenUntil = `</${tag.name}>`;
  }
  return true;
}

/** What a line holds of tags; undefined where it is no line of tags. */
function taggedAt(line: string, state: State): Found | undefined {
  const { texts, open } = taggedStatements(line);
  if (open !== undefined) state.openTag = open;
  if (texts.length > 0) return { texts, covers: 1 };
  if (open !== undefined) return NOTHING;
  const tag = tagLine(line);
  if (tag !== undefined) {
    state.openTag = undefined;
    Object.assign(state, { leadIn: tag.closes ? '' : tag.label, parents: [] });
    return NOTHING;
  }
  if (state.openTag === undefined || line.trim() === '') return undefined;
  state.openTag = undefined;
  return listLine(line) === undefined ? one(line.replace(/<\/[a-z]+>\s*$/i, '')) : undefined;
}

function listItem(lines: readonly string[], at: number, item: ListLine, state: State): Found {
  state.parents = state.parents.filter(({ indent }) => indent < item.indent);
  if (!item.task && isLeadIn(item.text) && /:\W{0,4}$/.test(item.text)) {
    state.parents = [...state.parents.slice(-4), { indent: item.indent, text: label(item.text) }];
    return NOTHING;
  }
  if (!item.task && !holds(state) && !INSISTS.test(item.text)) return NOTHING;
  const more = continuation(lines, at);
  return one([item.text, ...more].join(' '), 1 + more.length);
}

function paragraph(line: string, state: State): Found {
  if (line.trim() === '' || /^\s/.test(line)) return NOTHING;
  state.parents = [];
  state.leadIn = isLeadIn(line) ? label(line) : '';
  return state.leadIn === '' && DEMAND.test(line) && holds(state) ? one(line) : NOTHING;
}

function holds({ heading, leadIn, parents }: State): boolean {
  const [directly = leadIn] = parents.slice(-1).map(({ text }) => text);
  return holdsStatements(heading, directly);
}

function label(text: string): string {
  return cleanText(text).replace(/[:\uff1a\s]+$/, '');
}
