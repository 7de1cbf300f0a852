import { lineRange, toLocation } from '../documents/source-text.ts';
import type { Document, Finding, Project, Rule, SourceComment } from '../types.ts';
import { ignoredIds } from './ignored-ids.ts';

/**
 * Honours ignore comments. What was there before is accepted by one. What this change introduces is only not commented
 * on: whoever adds the code may have added, moved or copied the comment too, so the gate still sees the finding.
 */
export function silence(findings: readonly Finding[], project: Project, rules: readonly Rule[]): Finding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return findings.map((finding) => {
    const document = project.head.documents.get(finding.location.path);
    const rule = byId.get(finding.rule);
    if (!document || !rule || finding.status === 'resolved') return finding;
    const comment = commentFor(finding, document, rule)?.text.trim();
    if (comment === undefined) return finding;
    if (finding.status === 'introduced') return { ...finding, silencedBy: comment };
    return { ...finding, waivedBy: { who: 'a comment in the code', why: comment } };
  });
}

/** On a line of the finding; or on the line above it, where the comment stands alone. */
function commentFor(finding: Finding, document: Document, rule: Rule): SourceComment | undefined {
  const { startLine, endLine, side } = finding.location;
  if (side === 'base') return undefined;
  const last = Math.min(endLine, startLine + 3);
  return document.comments.find((comment) => {
    if (!ignoredIds(comment.text, rule).has(rule.id)) return false;
    const line = toLocation(document.path, 'head', document.source, comment.range).startLine;
    return (line >= startLine && line <= last) || (line === startLine - 1 && standsAlone(comment, document));
  });
}

function standsAlone({ range }: SourceComment, { source }: Document): boolean {
  const line = lineRange(source, range);
  return source.slice(line.start, range.start).trim() === '';
}
