import type { Finding } from '../types.ts';

/** What a scan of files found: no base, no personas, no gate. Paths are relative to the scanned folder. */
export interface ScanResult {
  /** How many files were looked at. */
  readonly files: number;
  readonly ms: number;
  readonly findings: readonly Finding[];
  /** What is there too, and was accepted by a waiver or a comment in the code. */
  readonly accepted: readonly Finding[];
  /** Files, or parts of them, that could not be read as their kind; and what is wrong with settings and waivers. */
  readonly problems: readonly ScanProblem[];
}

export interface ScanProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
  /** It is about how the repository is reviewed: nothing was left unread for it. */
  readonly about?: 'settings';
}
