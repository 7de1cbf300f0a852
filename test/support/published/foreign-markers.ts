import { type MarkerScope, readMarkers } from '../../../src/github/comments/markers.ts';

const OWN_LINE = /^<!-- pipewright [a-z]+ [\w.:-]+ [0-9a-f]{32} -->$/;

/**
 * Markers that count in a published text and that do not stand where we write ours: on lines of their own at the end, or
 * before the receipt of a check.
 */
export function foreignMarkers(scope: MarkerScope, text: string): readonly string[] {
  const own = ownLines(text);
  const counted = readMarkers(scope, text).map(({ kind, subject }) => `${kind} ${subject}`);
  const written = own.flatMap((line) => readMarkers(scope, line)).map(({ kind, subject }) => `${kind} ${subject}`);
  const copies = counted.filter(
    (marker) => !written.includes(marker) || count(counted, marker) > count(written, marker),
  );
  return [...copies, ...own.filter((line) => readMarkers(scope, line).length === 0)];
}

function ownLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const receipt = lines.findIndex((line) => line.startsWith('<details>'));
  const before = receipt < 0 ? [] : lines.slice(0, receipt).filter((line) => OWN_LINE.test(line));
  const after: string[] = [];
  for (const line of lines.toReversed()) {
    if (!OWN_LINE.test(line)) break;
    after.push(line);
  }
  return [...before.filter((line) => !after.includes(line)), ...after];
}

function count(all: readonly string[], one: string): number {
  return all.filter((other) => other === one).length;
}
