import type { ParamsDocument } from '../documents/params.ts';
import type { ImpactRow } from '../types.ts';
import { compareValues, type Named } from './compare-values.ts';
import type { DocumentPair } from './impact.ts';

/** Parameters of a training pipeline that change. */
export function parameterImpact({ base, head }: DocumentPair): ImpactRow[] {
  if (base?.kind !== 'params' && head?.kind !== 'params') return [];
  return compareValues(
    'parameter',
    valuesOf(base as ParamsDocument | undefined),
    valuesOf(head as ParamsDocument | undefined),
    head,
  );
}

function valuesOf(document: ParamsDocument | undefined): ReadonlyMap<string, Named> {
  const params = document?.view?.params ?? [];
  return new Map(params.map(({ key, scalar }) => [key, { value: scalar.text, range: scalar.range }]));
}
