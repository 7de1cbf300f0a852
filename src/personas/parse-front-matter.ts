import { load, YAMLException } from 'js-yaml';

/** An agent file in two: what stands between the `---` lines, as data, and the lines below. */
export interface AgentFile {
  readonly front: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** How many lines stand above the first of `lines`. */
  readonly above: number;
}

/** Splits an agent file. Agent files in the wild write descriptions that are not YAML; then every `key: text` line counts. */
export function parseFrontMatter(text: string): AgentFile | undefined {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (lines[0]?.trim() !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end === -1) return undefined;
  const head = lines.slice(1, end);
  return { front: strictFront(head) ?? looseFront(head), lines: lines.slice(end + 1), above: end + 1 };
}

function strictFront(lines: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = load(lines.join('\n'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value));
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

function looseFront(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const entries = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(colon, 0));
    return /^[A-Za-z][\w-]*$/.test(key) ? [[key, line.slice(colon + 1).trim()] as const] : [];
  });
  return Object.fromEntries(entries);
}
