import { toLocation } from '../documents/source-text.ts';
import type { Document, Finding, Project, Rule, SourceComment } from '../types.ts';
import { ignoredIds } from './ignored-ids.ts';

/**
 * Honours ignore comments. One that stands in the base as well was accepted by somebody: the finding is waived.
 * One that this change adds only silences the comment on the pull request; the gate still sees the finding.
 */
export function silence(findings: readonly Finding[], project: Project, rules: readonly Rule[]): Finding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return findings.map((finding) => {
    const document = project.head.documents.get(finding.location.path);
    const rule = byId.get(finding.rule);
    if (!document || !rule || finding.status === 'resolved') return finding;
    const comment = commentFor(finding, document, rule);
    if (!comment) return finding;
    const text = comment.text.trim();
    return wasThere(text, finding.location.path, project)
      ? { ...finding, waivedBy: { who: 'comment in the code', why: text } }
      : { ...finding, silencedBy: text };
  });
}

/** On a line of the finding, or on the line above it. */
function commentFor(finding: Finding, document: Document, rule: Rule): SourceComment | undefined {
  const { startLine, endLine } = finding.location;
  const last = Math.min(endLine, startLine + 3);
  return document.comments.find((comment) => {
    const line = toLocation(document.path, 'head', document.source, comment.range).startLine;
    return line >= startLine - 1 && line <= last && ignoredIds(comment.text, rule).has(rule.id);
  });
}

function wasThere(text: string, headPath: string, project: Project): boolean {
  const file = project.change.files.find(({ path }) => path === headPath);
  const document = project.base.documents.get(file?.previousPath ?? headPath);
  return document?.comments.some((comment) => comment.text.trim() === text) ?? false;
}
