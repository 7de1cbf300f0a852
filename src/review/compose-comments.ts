import { commentableHunks } from '../change/commentable-lines.ts';
import { compareSeverity } from '../policy/severity-order.ts';
import type { ChangedFile, ChecklistItem, Finding, InlineComment } from '../types.ts';
import { commentBody } from './comment-body.ts';
import { type Place, placeFinding, placeSuggestion } from './place-finding.ts';
import { type Suggestion, toSuggestion } from './suggestion.ts';

export interface CommentInput {
  readonly findings: readonly Finding[];
  readonly files: readonly ChangedFile[];
  /** Head texts by path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The items a finding answers. */
  readonly itemsOf: (finding: Finding) => readonly ChecklistItem[];
  readonly limit: number;
}

/**
 * The inline comments of a review: what this change introduced, the worst first, the same rule once per file.
 * What cannot stand on a line of the diff is left to the summary.
 */
export function composeComments(input: CommentInput): InlineComment[] {
  const worth = input.findings.filter(isWorthAComment).sort((a, b) => compareSeverity(b.severity, a.severity));
  const comments = groupsOf(worth).flatMap((group) => composeOne(group, input) ?? []);
  return comments.slice(0, input.limit);
}

function isWorthAComment(finding: Finding): boolean {
  if (finding.status !== 'introduced' || finding.waivedBy || finding.silencedBy) return false;
  return finding.severity !== 'info';
}

function groupsOf(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.location.path}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

function composeOne(group: readonly Finding[], input: CommentInput): InlineComment | undefined {
  for (const finding of group) {
    const placed = place(finding, input);
    if (!placed) continue;
    const others = group.filter((other) => other !== finding && other.location.side === 'head');
    const alsoOn = [...new Set(others.map(({ location }) => location.startLine))].sort((a, b) => a - b);
    const body = commentBody({
      finding,
      alsoOn,
      items: input.itemsOf(finding),
      ...(placed.suggestion ? { suggestion: placed.suggestion } : {}),
      ...(placed.instead ? { instead: placed.instead } : {}),
    });
    return { fingerprint: finding.fingerprint, path: placed.path, body, ...placed.place };
  }
  return undefined;
}

interface Placed {
  readonly path: string;
  readonly place: Place;
  readonly suggestion?: Suggestion;
  /** Why the comment stands elsewhere than the finding: what is there has to do with it. */
  readonly instead?: string;
}

function place(finding: Finding, input: CommentInput): Placed | undefined {
  return placeAtFinding(finding, input) ?? placeAtRelated(finding, input);
}

function placeAtFinding(finding: Finding, { files, sources }: CommentInput): Placed | undefined {
  const file = files.find(({ path }) => path === finding.location.path);
  if (!file) return undefined;
  const hunks = commentableHunks(file);
  const suggestion = suggestionFor(finding, sources.get(file.path), (line) =>
    hunks.some(({ right }) => right.has(line)),
  );
  const suggested = suggestion && placeSuggestion(suggestion, hunks);
  if (suggestion && suggested) return { path: file.path, place: suggested, suggestion };
  const plain = placeFinding(finding.location, hunks);
  return plain && { path: file.path, place: plain };
}

/** A change far from the line it makes dangerous: the comment stands at what the diff shows of it. */
function placeAtRelated({ related }: Finding, { files }: CommentInput): Placed | undefined {
  for (const { location, message } of related) {
    const file = files.find(({ path }) => path === location.path);
    const found = file && placeFinding(location, commentableHunks(file));
    if (file && found) return { path: file.path, place: found, instead: message };
  }
  return undefined;
}

/** Only edits of the finding's own file can stand in a suggestion. */
function suggestionFor(
  finding: Finding,
  source: string | undefined,
  isCommentable: (line: number) => boolean,
): Suggestion | undefined {
  const edits = finding.fix?.edits ?? [];
  if (source === undefined || edits.some(({ path }) => path !== undefined && path !== finding.location.path))
    return undefined;
  return toSuggestion(source, edits, isCommentable);
}
