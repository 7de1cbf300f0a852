import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const KINDS = [
  'finding',
  'remark',
  'fixed',
  'summary',
  'review',
  'said',
  'answer',
  'ignored',
  'contested',
  'note',
  'waived',
  'judged',
] as const;

/**
 * `finding` and `remark` (a model's) stand; `fixed` was one of them; `summary` and `review` are the other texts;
 * `said` lists, in the summary, what has been said and is still there; an `answer` was given to a comment, and may note
 * that a rule is `ignored` here, that a finding is `contested`, or that its gate is `waived`; a `note` vouches for its
 * first line; `judged` is what stands below a check about the model.
 */
export type MarkerKind = (typeof KINDS)[number];

export interface Marker {
  readonly kind: MarkerKind;
  /**
   * A fingerprint; a commit for `review`, a rule for `ignored`, the comment's id for `answer`, `-` for `summary`; for
   * `said` fingerprints with colons between them; for `waived` fingerprint, last day and login, with colons between them;
   * the line's digest for a `note`; packed data for `judged`.
   */
  readonly subject: string;
}

/** Where a marker is valid. */
export interface MarkerScope {
  readonly key: Buffer;
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
}

const LINE = new RegExp(`^<!-- pipewright (${KINDS.join('|')}) ([\\w.:-]+) ([0-9a-f]{32}) -->$`);

/** The key of all markers, derived from a secret that only the App has. */
export function markerKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('pipewright comment markers').digest();
}

/** The hidden line that makes a comment recognisable as ours. */
export function writeMarker(scope: MarkerScope, marker: Marker): string {
  return `<!-- pipewright ${marker.kind} ${marker.subject} ${signature(scope, marker)} -->`;
}

/** The last marker of a body, if it was written for this very place with this key. */
export function readMarker(scope: MarkerScope, body: string): Marker | undefined {
  return verified(scope, markerLines(body).at(-1));
}

/** All markers of a body that were written for this very place with this key. */
export function readMarkers(scope: MarkerScope, body: string): readonly Marker[] {
  return markerLines(body).flatMap((match) => verified(scope, match) ?? []);
}

/**
 * Markers where we write them: on lines of their own, outside of code. Anybody can read our markers and bring a copy back
 * in a value that we quote or in a line that we suggest; such a copy says nothing.
 */
function markerLines(body: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let fence: string | undefined;
  for (const line of body.split(/\r?\n/)) {
    const run = /^`{3,}/.exec(line)?.[0];
    const match = fence === undefined ? LINE.exec(line) : null;
    if (match !== null) found.push(match);
    if (fence === undefined) fence = run;
    else if (line === fence) fence = undefined;
  }
  return found;
}

function verified(scope: MarkerScope, match: RegExpExecArray | undefined): Marker | undefined {
  const [, kind, subject, signed] = match ?? [];
  if (kind === undefined || subject === undefined || signed === undefined) return undefined;
  const marker: Marker = { kind: kind as MarkerKind, subject };
  return timingSafeEqual(Buffer.from(signed), Buffer.from(signature(scope, marker))) ? marker : undefined;
}

/** The marker that vouches for a body's first line, so that it can be said again elsewhere. */
export function noteMarker(body: string): Marker {
  return { kind: 'note', subject: createHash('sha256').update(firstLine(body)).digest('hex').slice(0, 32) };
}

/** The first line of a body of ours as we wrote it; undefined where somebody has edited it since. */
export function noteOf(scope: MarkerScope, body: string): string | undefined {
  const { subject } = noteMarker(body);
  const vouched = readMarkers(scope, body).some((marker) => marker.kind === 'note' && marker.subject === subject);
  return vouched ? firstLine(body) : undefined;
}

function firstLine(body: string): string {
  return body.split('\n', 1)[0] ?? '';
}

/** A body without the markers at its end. */
export function withoutMarkers(body: string): string {
  const lines = body.split(/\r?\n/);
  while (lines.length > 0 && (lines.at(-1) === '' || LINE.test(lines.at(-1) ?? ''))) lines.pop();
  return lines.join('\n').trimEnd();
}

function signature(scope: MarkerScope, marker: Marker): string {
  const signed = JSON.stringify([marker.kind, scope.repository.toLowerCase(), scope.number, marker.subject]);
  return createHmac('sha256', scope.key).update(signed).digest('hex').slice(0, 32);
}
