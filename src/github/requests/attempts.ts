import { failureReason } from './failure-reason.ts';

/** Work that may fail without stopping the rest. */
export interface Attempts {
  /** The work's answer, or `otherwise` when it failed; the failure is noted. */
  attempt<Value>(doing: string, work: () => Promise<Value>, otherwise: Value): Promise<Value>;
  /** What failed, in words that may be published. */
  readonly failures: readonly string[];
}

/** `passOn` says of which errors no note is taken: they stop everything. */
export function attempts(passOn: (error: unknown) => boolean = () => false): Attempts {
  const failures: string[] = [];
  return {
    failures,
    async attempt(doing, work, otherwise) {
      try {
        return await work();
      } catch (error) {
        if (passOn(error)) throw error;
        failures.push(`${doing}: ${failureReason(error)}`);
        return otherwise;
      }
    },
  };
}
