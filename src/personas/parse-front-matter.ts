import { load } from 'js-yaml';

/** An agent file in two: what stands between the `---` lines, as data, and the lines below. */
export interface AgentFile {
  readonly front: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** How many lines stand above the first of `lines`. */
  readonly above: number;
}

/** Larger or deeper front matter is not given to a parser. */
const MAX_FRONT = 20_000;
const MAX_BRACKETS = 200;

const KEY = /^([A-Za-z][\w-]{0,60}):(.*)$/;

/**
 * Splits an agent file; one without front matter is all body. Files in the wild write descriptions that are not YAML:
 * then every `key: text` line counts. Front matter that nobody closed ends with its last such line.
 */
export function parseFrontMatter(text: string): AgentFile {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const start = lines.findIndex((line) => line.trim() !== '');
  if (lines[start]?.trim() !== '---') return { front: {}, lines, above: 0 };
  const end = lines.findIndex((line, index) => index > start && /^(?:---|\.\.\.)\s*$/.test(line));
  const close = end === -1 ? lastKey(lines, start) : end;
  const head = lines.slice(start + 1, end === -1 ? close + 1 : close);
  const front = strictFront(head) ?? looseFront(head);
  // A rule across the page is no front matter.
  if (Object.keys(front).length === 0) return { front, lines, above: 0 };
  return { front, lines: lines.slice(close + 1), above: close + 1 };
}

function lastKey(lines: readonly string[], start: number): number {
  let last = start;
  while (KEY.test(lines[last + 1] ?? '')) last++;
  return last;
}

function strictFront(lines: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const text = lines.join('\n');
  if (text.length > MAX_FRONT || (text.match(/[[{]/g) ?? []).length > MAX_BRACKETS) return undefined;
  try {
    const value = load(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value));
  } catch (error) {
    // Whatever the parser makes of it: the file comes from people, and is read line by line then.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** What agent files say of themselves; other `word:` lines are text, often of a dialogue in the description. */
const OWN_KEYS: ReadonlySet<string> = new Set(['name', 'title', 'kinds', 'description', 'model', 'color', 'tools']);

/** Each key has the first line that it stands on; a description runs on to the next key. */
function looseFront(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const front = new Map<string, string[]>();
  let last = '';
  for (const line of lines) {
    const [, key = '', value = ''] = KEY.exec(line) ?? [];
    if (OWN_KEYS.has(key) && !front.has(key)) {
      front.set(key, [value.replace(/^\s*[>|][+-]?\s*$/, '')]);
      last = key;
    } else if (last === 'description') front.get(last)?.push(line);
  }
  return Object.fromEntries([...front].map(([key, parts]) => [key, unquoted(parts.join(' ').trim())]));
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}
