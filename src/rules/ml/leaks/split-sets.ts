import type { FlowCall, Scope } from './scopes.ts';

/** One `train_test_split`, and what its parts are called. */
export interface DataSplit {
  readonly split: FlowCall;
  /** The end of the statement. */
  readonly at: number;
  readonly train: readonly string[];
  readonly test: readonly string[];
}

const SPLIT = /^(sklearn|cuml|dask_ml)\.(model_selection|cross_validation)(\._split)?\.train_test_split$/;

/** The splits of a scope: of each pair of results the second is held out. */
export function dataSplits(scope: Scope): readonly DataSplit[] {
  return scope.calls
    .filter(({ call }) => SPLIT.test(call.resolved))
    .map((split) => {
      const parts = scope.assignments.filter(
        ({ assignment, unit }) =>
          unit === split.unit &&
          assignment.unpacked &&
          assignment.value.range.start === split.call.range.start &&
          assignment.value.range.end === split.call.range.end,
      );
      const names = parts.map(({ assignment }) => assignment.name);
      return {
        split,
        at: Math.max(split.at, ...parts.map(({ at }) => at)),
        train: names.filter((_, i) => i % 2 === 0),
        test: names.filter((_, i) => i % 2 === 1),
      };
    });
}
