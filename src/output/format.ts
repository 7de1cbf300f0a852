import type { Review } from '../types.ts';
import type { Terminal } from './ansi.ts';
import { annotations, scanAnnotations } from './github-annotations.ts';
import { reviewHtml, scanHtml } from './html.ts';
import { reviewJson, scanJson } from './json.ts';
import { reviewMarkdown } from './review-markdown.ts';
import { sarif, scanSarif } from './sarif.ts';
import { scanMarkdown } from './scan-markdown.ts';
import type { ScanResult } from './scan-result.ts';
import { terminalReview } from './terminal.ts';
import { terminalScan } from './terminal-scan.ts';

export const formats = ['pretty', 'markdown', 'json', 'sarif', 'html', 'github'] as const;
export type Format = (typeof formats)[number];

/** A review in the format the user asked for, ending with a newline. */
export function renderReview(review: Review, format: Format, terminal: Terminal): string {
  switch (format) {
    case 'pretty':
      return terminalReview(review, terminal);
    case 'markdown':
      return reviewMarkdown(review);
    case 'json':
      return reviewJson(review);
    case 'sarif':
      return sarif(review);
    case 'html':
      return reviewHtml(review);
    case 'github':
      return lines(annotations(review));
  }
}

/** A scan in the format the user asked for, ending with a newline. */
export function renderScan(result: ScanResult, format: Format, terminal: Terminal): string {
  switch (format) {
    case 'pretty':
      return terminalScan(result, terminal);
    case 'markdown':
      return scanMarkdown(result);
    case 'json':
      return scanJson(result);
    case 'sarif':
      return scanSarif(result);
    case 'html':
      return scanHtml(result);
    case 'github':
      return lines(scanAnnotations(result.findings));
  }
}

function lines(commands: readonly string[]): string {
  return commands.map((command) => `${command}\n`).join('');
}
