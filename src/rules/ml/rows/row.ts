import type { PythonCall } from '../../../documents/python.ts';
import type { Confidence, Domain, Range, Severity, Strictness } from '../../../types.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

/** What is wrong about one call. */
export interface Found {
  /** A sentence with the offending value. */
  readonly what: string;
  /** In the unit; absent: the name of what is called. */
  readonly range?: Range;
  readonly severity?: Severity;
  /** Replaces a range of the unit by one line of text. */
  readonly fix?: { readonly title: string; readonly range: Range; readonly text: string };
}

/** Data for a rule about single calls of Python; its page stands in `pages/`. */
export interface CallRow {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Default `regular`. */
  readonly strictness?: Strictness;
  readonly domain: Domain;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly fixable?: true;
  readonly why: string;
  readonly remedy: string;
  /** The defect of a call, if it has one. */
  readonly find: (call: PythonCall, unit: PythonUnit) => Found | undefined;
}
