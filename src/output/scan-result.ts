import type { Finding } from '../types.ts';

/** What a scan of files found: no base, no personas, no gate. Paths are relative to the scanned folder. */
export interface ScanResult {
  /** How many files were looked at. */
  readonly files: number;
  readonly ms: number;
  readonly findings: readonly Finding[];
  /** Files, or parts of them, that could not be read as their kind. */
  readonly problems: readonly ScanProblem[];
}

export interface ScanProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}
