import type { Edit, Range, Severity } from '../../../types.ts';

/** One way in which the head's settings ask for less than the base's. */
export interface SettingsChange {
  readonly key: string;
  readonly severity: Severity;
  /** Completes "the change", with the values. */
  readonly what: string;
  /** Where in the head; absent: the setting is gone, and this is where it stood in the base. */
  readonly head?: Range;
  readonly base?: Range;
  readonly edit?: Edit;
}
