import { lineRange, toLocation } from '../documents/source-text.ts';
import type { Document, Finding, Project, Rule, SourceComment } from '../types.ts';
import { ignoredIds } from './ignored-ids.ts';
import { type WideIgnore, wideIgnores } from './wide-ignores.ts';

/**
 * Honours ignore comments. What was there before is accepted by one. What this change introduces is only not commented
 * on: whoever adds the code may have added, moved or copied the comment too, so the gate still sees the finding.
 */
export function silence(findings: readonly Finding[], project: Project, rules: readonly Rule[]): Finding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const indexes = new Map<Document, Ignores>();
  return findings.map((finding) => {
    const document = project.head.documents.get(finding.location.path);
    const rule = byId.get(finding.rule);
    if (!document || !rule || finding.status === 'resolved') return finding;
    const index = indexes.get(document) ?? ignoresOf(document);
    indexes.set(document, index);
    const comment = textFor(finding, document, rule, index)?.trim();
    if (comment === undefined) return finding;
    if (finding.status === 'introduced') return { ...finding, silencedBy: comment };
    return { ...finding, waivedBy: { who: 'a comment in the code', why: comment, by: 'comment' } };
  });
}

/** Everything in a document that may silence a rule. */
interface Ignores {
  readonly byLine: CommentIndex;
  readonly wide: readonly WideIgnore[];
}

function ignoresOf(document: Document): Ignores {
  return { byLine: indexComments(document), wide: wideIgnores(document) };
}

/** A comment beside the finding, else what counts for all around it. */
function textFor(finding: Finding, document: Document, rule: Rule, { byLine, wide }: Ignores): string | undefined {
  const { startLine, endLine, side } = finding.location;
  if (side === 'base') return undefined;
  const around = wide.find(
    (one) => one.startLine <= startLine && endLine <= one.endLine && ignoredIds(one.text, rule).has(rule.id),
  );
  return commentFor(finding, document, rule, byLine)?.text ?? around?.text;
}

/** The comments that may silence something, by line; of most files there are none. */
type CommentIndex = ReadonlyMap<number, readonly SourceComment[]>;

function indexComments(document: Document): CommentIndex {
  const index = new Map<number, SourceComment[]>();
  for (const comment of document.comments) {
    if (!/ignore|skip|noqa|nosem/i.test(comment.text)) continue;
    const line = toLocation(document.path, 'head', document.source, comment.range).startLine;
    index.set(line, [...(index.get(line) ?? []), comment]);
  }
  return index;
}

/** On a line of the finding; or on the line above it, where the comment stands alone. */
function commentFor(finding: Finding, document: Document, rule: Rule, index: CommentIndex): SourceComment | undefined {
  const { startLine, endLine } = finding.location;
  if (index.size === 0) return undefined;
  const above = (index.get(startLine - 1) ?? []).filter((comment) => standsAlone(comment, document));
  const lines = Array.from({ length: Math.min(endLine, startLine + 3) - startLine + 1 }, (_, i) => startLine + i);
  const near = [...above, ...lines.flatMap((line) => index.get(line) ?? [])];
  return near.find((comment) => ignoredIds(comment.text, rule).has(rule.id));
}

function standsAlone({ range }: SourceComment, { source }: Document): boolean {
  const line = lineRange(source, range);
  return source.slice(line.start, range.start).trim() === '';
}
