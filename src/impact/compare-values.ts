import { toLocation } from '../documents/source-text.ts';
import type { Document, ImpactRow, Range } from '../types.ts';

/** A value with its place, named by something that both sides share. */
export interface Named {
  readonly value: string;
  readonly range?: Range;
}

/** One row for every name whose value differs; a name that is absent on one side shows as a dash. */
export function compareValues(
  topic: string,
  base: ReadonlyMap<string, Named>,
  head: ReadonlyMap<string, Named>,
  document: Document | undefined,
): ImpactRow[] {
  const names = new Set([...base.keys(), ...head.keys()]);
  return [...names].flatMap((subject) => {
    const [before, after] = [base.get(subject), head.get(subject)];
    if (before?.value === after?.value) return [];
    const location =
      document?.side === 'head' && after?.range
        ? toLocation(document.path, 'head', document.source, after.range)
        : undefined;
    return [
      { topic, subject, before: before?.value ?? '–', after: after?.value ?? '–', ...(location ? { location } : {}) },
    ];
  });
}
