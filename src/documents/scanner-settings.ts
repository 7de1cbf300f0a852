import type { Document, ParseProblem, Range, Side, SourceComment } from '../types.ts';
import { readIgnoreLines } from './scanner-settings/read-ignore-lines.ts';
import { readScannerYaml } from './scanner-settings/read-scanner-yaml.ts';
import { readTflint } from './scanner-settings/read-tflint.ts';

/** Something that the settings of a scanner leave out. */
export interface Exemption {
  /** One finding, a whole check, the files of a path, or every failure: the scanner then ends with success. */
  readonly of: 'finding' | 'check' | 'path' | 'failure';
  readonly text: string;
  readonly range: Range;
  /** It has a last day. */
  readonly ends: boolean;
}

export interface ScannerSettingsView {
  /** The program that reads the file, by the name it is started under. */
  readonly tool: string;
  readonly exemptions: readonly Exemption[];
}

export type ScannerSettingsDocument = Document<'scanner', ScannerSettingsView>;

/** What a reader of one format gives. */
export interface ReadScannerSettings {
  readonly exemptions: readonly Exemption[];
  readonly comments: readonly SourceComment[];
  readonly problems: readonly ParseProblem[];
}

/** The names are those of `change/kind-of-path.ts`. */
const TOOLS: readonly (readonly [RegExp, tool: string])[] = [
  [/(^|\/)\.trivyignore(\.ya?ml)?$/, 'trivy'],
  [/(^|\/)\.checkov\.ya?ml$/, 'checkov'],
  [/(^|\/)\.?hadolint\.ya?ml$/, 'hadolint'],
  [/(^|\/)\.semgrepignore$/, 'semgrep'],
  [/(^|\/)\.tflint\.hcl$/, 'tflint'],
  [/(^|\/)\.snyk$/, 'snyk'],
  [/(^|\/)\.grype\.ya?ml$/, 'grype'],
  [/(^|\/)\.gitleaksignore$/, 'gitleaks'],
  [/(^|\/)\.kube-linter\.ya?ml$/, 'kube-linter'],
  [/(^|\/)\.?zizmor\.ya?ml$/, 'zizmor'],
];

/** Reads what the settings of a scanner leave out; the `hcl` grammar must be loaded. Never throws for a text. */
export function parseScannerSettings(path: string, side: Side, source: string): ScannerSettingsDocument {
  const tool = TOOLS.find(([name]) => name.test(path))?.[1] ?? '';
  const { exemptions, comments, problems } = readerOf(path)(source, tool);
  return { kind: 'scanner', path, side, source, view: { tool, exemptions }, comments, problems };
}

function readerOf(path: string): (source: string, tool: string) => ReadScannerSettings {
  if (path.endsWith('.hcl')) return readTflint;
  return /\.ya?ml$|\.snyk$/.test(path) ? readScannerYaml : readIgnoreLines;
}
