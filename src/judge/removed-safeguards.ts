import type { Change, ChangedFile, ChecklistItem, Finding, Hunk, Kind, Persona } from '../types.ts';
import { isTold } from './is-told.ts';

/** A deleted line that looks as if it guarded something. */
export interface RemovedLine {
  readonly path: string;
  readonly kind: Kind;
  readonly hunk: Hunk;
  /** In the base, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Words of what stops, limits, checks, protects or reports. */
const SAFEGUARD =
  /\b(?:environment|needs|permissions|concurrency|timeout\w*|retr(?:y|ies)\w*|verif\w*|check\w*|assert\w*|valid\w*|requir\w*|approv\w*|review\w*|protect\w*|prevent\w*|lifecycle|deletion\w*|backup\w*|snapshot\w*|encrypt\w*|kms\w*|tls\w*|ssl\w*|auth\w*|user|healthcheck|\w*probe\w*|limits|replicas|min_?available|security_?context|read_?only\w*|run_?as\w*|drop|seed|random_state|stratify|threshold|min_\w+|max_\w+|test\w*|scan\w*|lint\w*|raise|except|catch|finally|rollback\w*|atomic|set -e\w*|pipefail|fail\w*|exit|signature\w*|checksum\w*|sha256|digest|alert\w*|monitor\w*|metric\w*|log(?:ger|ging)?|drift|guard\w*|deny|block\w*|restrict\w*|allow_?list|internal|private|gate)\b/i;

/** More of them than this are no longer gone through one by one. */
export const MAX_REMOVED = 30;

/**
 * Deleted lines of these kinds that look like safeguards, that no line of the same file has again, and that no rule has
 * spoken of.
 */
export function removedSafeguards(
  change: Change,
  kinds: readonly Kind[],
  findings: readonly Finding[],
): readonly RemovedLine[] {
  return change.files.filter(({ kind }) => kinds.includes(kind)).flatMap((file) => removedIn(file, findings));
}

/** The question about removed behaviour, as an item of its own; undefined where nothing of that kind was deleted. */
export function removedItem(change: Change, persona: Persona, findings: readonly Finding[]): ChecklistItem | undefined {
  const kinds = [...new Set(removedSafeguards(change, persona.kinds, findings).map(({ kind }) => kind))];
  return kinds.length === 0 ? undefined : { ...REMOVED_ITEM, kinds };
}

/** Stands in no checklist, and is asked as if it did. */
export const REMOVED_ITEM: ChecklistItem = {
  id: 'removed-behaviour',
  text: 'No safeguard goes without another in its place',
  section: 'Removed behaviour',
  line: 0,
  kinds: [],
  rules: [],
  partial: false,
  judge: 'model',
};

function removedIn(file: ChangedFile, findings: readonly Finding[]): RemovedLine[] {
  const added = new Set((file.hunks ?? []).flatMap(({ lines }) => lines.filter(isAdded).map(essence)));
  const path = file.previousPath ?? file.path;
  const isToldOf = (line: number) => isTold({ path, side: 'base', startLine: line, endLine: line }, findings);
  return (file.hunks ?? []).flatMap((hunk) => {
    let line = hunk.oldStart - 1;
    return hunk.lines.flatMap((row) => {
      if (!row.startsWith('+') && !row.startsWith('\\')) line += 1;
      const isGone = row.startsWith('-') && SAFEGUARD.test(row.slice(1, 500)) && !added.has(essence(row));
      return isGone && !isToldOf(line) ? [{ path: file.path, kind: file.kind, hunk, line, text: row.slice(1) }] : [];
    });
  });
}

function isAdded(row: string): boolean {
  return row.startsWith('+');
}

/** A line moved or indented anew is still there. */
function essence(row: string): string {
  return row.slice(1).replace(/\s+/g, '');
}
