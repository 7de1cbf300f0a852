import type { Severity, Strictness } from '../../../types.ts';
import type { Program } from '../components/component.ts';
import type { Path } from './row.ts';

/**
 * A rule as data: what parts of a cluster should be told by their flags, or by the configuration of a kubelet.
 * `flag-rule.ts` makes rules of rows.
 */
export interface FlagRow {
  readonly id: string;
  readonly title: string;
  /** Of a wrong value. What is only missing is `low`, unless the row says otherwise. */
  readonly severity: Severity;
  readonly missing?: Severity;
  readonly strictness: Strictness;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly programs: readonly [Program, ...Program[]];
  /** Several belong together: each may be wrong, and all must be there where they are required. */
  readonly settings: readonly [Place, ...Place[]];
  /** Values that are wrong; without it none is. */
  readonly wrong?: FlagTest;
  /** A program that is not given them does what is told against. */
  readonly required?: true;
  /** Where one of these is given as well, nothing is said. */
  readonly unless?: readonly Place[];
  /** Second and third part of the message. */
  readonly why: string;
  readonly remedy: string;
}

/** The name of a flag, and of the field that takes its place in a `KubeletConfiguration`. */
export interface Place {
  readonly flag: string;
  readonly field?: Path;
}

export type FlagTest =
  | { readonly is: readonly string[] }
  | { readonly isNot: readonly string[] }
  /** A list with commas that has one of these. */
  | { readonly holds: RegExp }
  /** A list with commas that has it not. */
  | { readonly lacks: string }
  /** Both ends belong to it. */
  | { readonly from: number; readonly to: number }
  | { readonly isSet: true };
