import { sliceOf } from '../../../documents/source-text.ts';
import type { Expression } from '../../../documents/workflow/expression.ts';
import type { YamlMap } from '../../../documents/yaml/yaml-node.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Edit, Fix } from '../../../types.ts';
import { shellQuoting } from './shell-quoting.ts';
import { environmentEntry, type Place } from './trace-value.ts';
import { variableName } from './variable-name.ts';

/** Commands that read an argument as code again: a variable there is as dangerous as the expression. */
const READS_CODE =
  /\b(eval|ssh|envsubst)\b|\b(ba|z|da|k)?sh\s+-\w*c\b|\b(python3?|node|perl|ruby|php|psql|mysql)\s+-\w*[ce]\b/;

/**
 * Moves the untrusted expressions of a bash step into `env:` and reads the variables instead. All expressions of the
 * step in one go, so that the fixes of two findings are the same edits. Undefined where one of them is not plain
 * enough to be sure.
 */
export function moveToEnv(place: Place, expressions: readonly Expression[]): Fix | undefined {
  const { document, step } = place;
  const run = step?.run;
  if (!run || !step || step.node.flow || !['plain', 'literal', 'folded'].includes(run.style)) return undefined;
  const entry = entryOf(step.node, 'run');
  if (!entry || entry.merged || run.range.start < step.node.range.start || run.range.end > step.node.range.end)
    return undefined;

  const additions = new Map<string, string>();
  const edits: Edit[] = [];
  let safe = true;
  for (const expression of expressions) {
    const name = nameFor(expression, place, additions);
    const replaced = name && replace(expression, name, document.source);
    if (!replaced) return undefined;
    edits.push(...replaced.edits);
    // A whole object can be longer than the 128 KiB that Linux allows for one variable.
    safe = safe && replaced.quoted && !/tojson/i.test(expression.text);
  }
  if (additions.size > 0) {
    const insertion = insertEnv(document.source, step.node, entry.range.start, additions);
    if (!insertion) return undefined;
    edits.unshift(insertion);
  }
  return { title: 'Pass the value through an environment variable', safety: safe ? 'safe' : 'review', edits };
}

/** A variable that holds the value already, or a new one, noted in `additions`. */
function nameFor(expression: Expression, place: Place, additions: Map<string, string>): string | undefined {
  const { node, text } = expression;
  if (!node || /[\n\r]/.test(text)) return undefined;
  if (node.kind === 'context' && node.path[0] === 'env') {
    const known = environmentEntry(node.path[1] ?? '', place)?.key.text;
    return known && /^\w+$/.test(known) ? known : undefined;
  }
  const preset = variableName(node);
  if (preset.given) return preset.name;
  const value = `\${{ ${text} }}`;
  for (const entry of place.step?.env?.entries ?? []) {
    if (entry.value.type === 'scalar' && entry.value.text.replace(/\s+/g, '') === value.replace(/\s+/g, ''))
      return entry.key.text;
  }
  for (const [name, other] of additions) if (other === value) return name;
  let name = preset.name;
  for (let n = 2; additions.has(name) || environmentEntry(name, place); n++) name = `${preset.name}_${n}`;
  additions.set(name, value);
  return name;
}

function replace(
  { range, scalar }: Expression,
  name: string,
  source: string,
): { edits: Edit[]; quoted: boolean } | undefined {
  const start = scalar.contentRange.start;
  const script = source.slice(start, scalar.contentRange.end);
  const at = range.start - start;
  if (READS_CODE.test(logicalLine(script, at)) || (scalar.style === 'plain' && at === 0)) return undefined;
  const quoting = shellQuoting(script, at);
  if (!quoting) return undefined;
  if (quoting.kind === 'double') return { edits: [{ range, text: `\${${name}}` }], quoted: true };
  if (quoting.kind === 'bare') return { edits: [{ range, text: `"\${${name}}"` }], quoted: false };

  const open = { start: start + quoting.quotes.start, end: start + quoting.quotes.start + 1 };
  const close = { start: start + quoting.quotes.end - 1, end: start + quoting.quotes.end };
  const between = sliceOf(source, { start: open.end, end: close.start }).replace(/\$\{\{[\s\S]*?\}\}/g, '');
  if (/["$`\\!]/.test(between)) return undefined;
  return {
    edits: [
      { range: open, text: '"' },
      { range, text: `\${${name}}` },
      { range: close, text: '"' },
    ],
    quoted: true,
  };
}

/** The line with the lines it continues. */
function logicalLine(script: string, at: number): string {
  const before = script.slice(0, at).split('\n');
  let first = before.length - 1;
  while (first > 0 && /\\\s*$/.test(before[first - 1] ?? '')) first -= 1;
  return `${before.slice(first).join('\n')}${script.slice(at).split('\n')[0]}`;
}

function insertEnv(
  source: string,
  step: YamlMap,
  runStart: number,
  additions: ReadonlyMap<string, string>,
): Edit | undefined {
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = (indent: string) =>
    [...additions].map(([name, value]) => `${indent}${name}: ${toYaml(value)}${newLine}`).join('');
  const existing = entryOf(step, 'env');
  if (existing) {
    const [first] =
      existing.value.type === 'map' && !existing.value.flow && !existing.merged ? existing.value.entries : [];
    if (!first || first.merged || first.range.start < existing.range.start) return undefined;
    const start = first.range.start;
    const indent = columnOf(source, start);
    return { range: { start, end: start }, text: `${lines(indent).trimStart()}${indent}` };
  }
  const indent = columnOf(source, runStart);
  return { range: { start: runStart, end: runStart }, text: `env:${newLine}${lines(`${indent}  `)}${indent}` };
}

/** Spaces up to a place: what stands before a key in a list item is its dash. */
function columnOf(source: string, offset: number): string {
  return ' '.repeat(offset - (source.lastIndexOf('\n', offset - 1) + 1));
}

function toYaml(value: string): string {
  return /: | #/.test(value) ? `'${value.replaceAll("'", "''")}'` : value;
}
