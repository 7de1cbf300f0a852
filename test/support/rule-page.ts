import type { FactAnswer, Side } from '../../src/types.ts';

/** One file of an example, with the lines that are marked as wrong (from 1). */
export interface PageFile {
  readonly path: string;
  readonly side: Side;
  readonly text: string;
  readonly marked: readonly number[];
}

/** Fenced blocks that stand together: one state of a repository, or its base and head. */
export interface PageCase {
  readonly section: 'Bad' | 'Good';
  readonly number: number;
  readonly files: readonly PageFile[];
  readonly facts: ReadonlyMap<string, FactAnswer>;
}

export interface RulePage {
  readonly title: string;
  readonly headings: readonly string[];
  readonly cases: readonly PageCase[];
}

const MARK = /[ \t]*◀[ \t]*$/;

/** Reads a rule's page: headings, and the examples under Bad and Good. Prose between fences starts a new example. */
export function readRulePage(markdown: string): RulePage {
  const lines = markdown.split('\n');
  const title = lines.find((line) => line.startsWith('# '))?.slice(2) ?? '';
  const headings = lines
    .filter((line, i) => line.startsWith('## ') && !isInFence(lines, i))
    .map((line) => line.slice(3));
  return { title, headings, cases: (['Bad', 'Good'] as const).flatMap((section) => casesOf(section, lines)) };
}

function isInFence(lines: readonly string[], index: number): boolean {
  return lines.slice(0, index).filter((line) => /^`{3,}/.test(line)).length % 2 === 1;
}

function casesOf(section: 'Bad' | 'Good', lines: readonly string[]): PageCase[] {
  const start = lines.indexOf(`## ${section}`);
  if (start < 0) return [];
  const cases: { files: PageFile[]; facts: Map<string, FactAnswer> }[] = [];
  let proseSince = true;
  for (let i = start + 1; i < lines.length && !lines[i]?.startsWith('## '); i++) {
    const fence = /^(`{3,})(\S+)\s*(.*)$/.exec(lines[i] ?? '');
    if (!fence) {
      if ((lines[i] ?? '').trim() !== '') proseSince = true;
      continue;
    }
    const end = lines.indexOf(fence[1] ?? '```', i + 1);
    const body = lines.slice(i + 1, end);
    if (proseSince) cases.push({ files: [], facts: new Map() });
    proseSince = false;
    const current = cases.at(-1);
    if (fence[2] === 'facts') for (const line of body) readFact(line, current?.facts);
    else current?.files.push(readFile(fence[3] ?? '', body));
    i = end;
  }
  return cases.map((one, i) => ({ section, number: i + 1, ...one }));
}

function readFile(info: string, body: readonly string[]): PageFile {
  const [path = '', side] = info.trim().split(/\s+/);
  const marked = body.flatMap((line, i) => (MARK.test(line) ? [i + 1] : []));
  const text = `${body.map((line) => line.replace(MARK, '')).join('\n')}\n`;
  return { path, side: side === 'base' ? 'base' : 'head', text, marked };
}

function readFact(line: string, facts: Map<string, FactAnswer> | undefined): void {
  const [, fact, what, value] = /^(\S+) (.+?) = (.+)$/.exec(line) ?? [];
  if (fact && what && value) facts?.set(`${fact}:${what}`, { state: 'known', value });
}
