import type { Confidence, Domain, Severity } from '../../../types.ts';

/** Keys that lead to a value, from the service. */
export type Path = readonly string[];

/**
 * Data for a rule about a field that is good to have; its page stands in `pages/`. Nothing is said of files for
 * development, nor of services that only change those of another file.
 */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Default `certain`. */
  readonly confidence?: Confidence;
  readonly domain: Domain;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly why: string;
  readonly remedy: string;
  /** One of them is enough. */
  readonly anyOf: readonly Path[];
  /** What the value, or one of its items, must be; absent: anything that is written. */
  readonly is?: RegExp;
  /** Services that run once and end do not need it. */
  readonly unlessOneShot?: true;
  /** For the message: `sets no memory limit`. */
  readonly lacks: string;
}
