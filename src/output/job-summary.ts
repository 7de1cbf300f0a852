import { markdownText } from '../sanitise.ts';
import type { Review } from '../types.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { reviewMarkdown } from './review-markdown.ts';

/** The Actions runner refuses a step summary over 1 MiB as a whole. */
const MAX_BYTES = 1024 * 1024;

/** The whole review for `GITHUB_STEP_SUMMARY`. `notes`, about how it was published, stand below its heading. */
export function jobSummary(review: Review, notes: readonly string[] = []): string {
  const [heading = '', ...rest] = reviewMarkdown(review).split('\n');
  const quoted = notes.flatMap((note) => ['', `> ${markdownText(note)}`]);
  return cutMarkdown([heading, ...quoted, ...rest].join('\n'), MAX_BYTES);
}
