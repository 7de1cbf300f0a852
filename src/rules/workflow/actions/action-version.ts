import type { Uses } from '../../../documents/workflow/uses.ts';

/** A version of an action: `[4, 1, 3]`; `[4]` for a major tag, which follows the newest release of its line. */
export interface ActionVersion {
  readonly parts: readonly number[];
  readonly text: string;
  /** Read from the comment behind a commit: what the author says it is. */
  readonly claimed: boolean;
}

/** The version that a reference names, or that the comment behind a pinned commit claims. */
export function actionVersion(source: string, uses: Uses): ActionVersion | undefined {
  if (!known.has(uses)) known.set(uses, readVersion(source, uses));
  return known.get(uses);
}

/** Many rules ask for that of the same reference. */
const known = new WeakMap<Uses, ActionVersion | undefined>();

function readVersion(source: string, uses: Uses): ActionVersion | undefined {
  const named = /^v?(\d+(?:\.\d+){0,2})$/i.exec(uses.ref)?.[1];
  if (named) return { parts: toParts(named), text: named, claimed: false };
  if (!/^[0-9a-f]{40}$/i.test(uses.ref)) return undefined;
  const lineEnd = source.indexOf('\n', uses.refRange.end);
  const rest = source.slice(uses.refRange.end, lineEnd < 0 ? source.length : lineEnd);
  const claimed = /^['"]?\s+#\s*(?:pin(?:ned)?@|tag[=:]\s*|ratchet:\S*@)?(?:\S+@)?v?(\d+(?:\.\d+){0,2})\b/.exec(
    rest,
  )?.[1];
  return claimed ? { parts: toParts(claimed), text: claimed, claimed: true } : undefined;
}

function toParts(text: string): number[] {
  return text.split('.').map(Number);
}

/** Whether a version is certainly older than a bound; a major tag stands for the newest of its line. */
export function isBefore({ parts }: ActionVersion, bound: string): boolean {
  for (const [i, limit] of toParts(bound).entries()) {
    const part = parts[i];
    if (part === undefined) return false;
    if (part !== limit) return part < limit;
  }
  return false;
}

/** Whether a version is certainly a bound or newer. */
export function isAtLeast({ parts }: ActionVersion, bound: string): boolean {
  for (const [i, limit] of toParts(bound).entries()) {
    const part = parts[i] ?? Number.POSITIVE_INFINITY;
    if (part !== limit) return part > limit;
  }
  return true;
}
