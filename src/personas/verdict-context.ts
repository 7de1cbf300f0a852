import type { ChangedFile, ChecklistItem, Finding, Kind, Run } from '../types.ts';

/** A file that rules could not read as its kind. */
export interface UnparsedFile {
  readonly path: string;
  readonly kind: Kind;
  /** What the parser says. */
  readonly reason: string;
}

/** What a verdict depends on beside findings and runs. */
export interface VerdictContext {
  readonly changed: readonly ChangedFile[];
  /** Head files with a fatal parse problem; not those skipped on purpose. */
  readonly unparsed: readonly UnparsedFile[];
  /** Rules that did not run because the settings do not want them, with the reason. */
  readonly excluded: ReadonlyMap<string, string>;
}

/** One item with all that speaks for or against it. */
export interface ItemCase {
  readonly item: ChecklistItem;
  readonly context: VerdictContext;
  /** Introduced findings of its rules that nobody accepted. */
  readonly open: readonly Finding[];
  /** Introduced findings of its rules that are waived. */
  readonly accepted: readonly Finding[];
  /** Findings of its rules that were there before, or moved. */
  readonly older: readonly Finding[];
  /** Runs of its rules that failed or could not verify. */
  readonly troubled: readonly Run[];
  /** Runs of its rules that looked at something. */
  readonly ran: readonly Run[];
  /** Runs that show that there was something to look at: of its rules, or, where these do not cover it, of its kinds. */
  readonly seen: readonly Run[];
}
