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

/** What is wrong in a unit, and where. */
export interface Placed extends Found {
  readonly range: Range;
  /** Its structural address. */
  readonly key: string;
}

interface Told {
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
  /** Whether helpers of tests are looked at as well; tests themselves never are. */
  readonly inTests?: true;
}

/** Data for a rule about single calls of Python; its page stands in `pages/`. */
export interface CallRow extends Told {
  /** The defect of a call, if it has one. */
  readonly find: (call: PythonCall, unit: PythonUnit) => Found | undefined;
}

/** Data for a rule about anything else that a file or a cell holds. */
export interface UnitRow extends Told {
  readonly findAll: (unit: PythonUnit) => Iterable<Placed>;
}

export type Row = CallRow | UnitRow;
