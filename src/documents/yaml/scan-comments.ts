import type { Range, SourceComment } from '../../types.ts';
import type { YamlNode } from './yaml-node.ts';

/** Finds the comments of a YAML text: every `#` after white space that stands in no scalar. */
export function scanComments(source: string, roots: readonly YamlNode[]): SourceComment[] {
  const scalars = scalarRanges(roots);
  const comments: SourceComment[] = [];
  let next = 0;
  for (const match of source.matchAll(/(^|[ \t\r\n])(#[^\r\n]*)/g)) {
    const start = match.index + (match[1]?.length ?? 0);
    while (next < scalars.length && (scalars[next]?.end ?? 0) <= start) next++;
    const scalar = scalars[next];
    if (scalar && scalar.start <= start && start < scalar.end) continue;
    const text = match[2] ?? '';
    comments.push({ range: { start, end: start + text.length }, text: text.replace(/^#+[ \t]?/, '') });
  }
  return comments;
}

function scalarRanges(roots: readonly YamlNode[]): Range[] {
  const ranges: Range[] = [];
  const seen = new Set<YamlNode>();
  const open: YamlNode[] = [...roots];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'scalar') ranges.push(node.style === 'plain' ? node.range : node.contentRange);
    else if (node.type === 'list') for (const item of node.items) open.push(item);
    else for (const entry of node.entries) open.push(entry.key, entry.value);
  }
  return ranges.sort((a, b) => a.start - b.start);
}
