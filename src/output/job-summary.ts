import type { Review } from '../types.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { reviewMarkdown } from './review-markdown.ts';

/** The Actions runner refuses a step summary over 1 MiB as a whole. */
const MAX_BYTES = 1024 * 1024;

/** The whole review for `GITHUB_STEP_SUMMARY`. */
export function jobSummary(review: Review): string {
  return cutMarkdown(reviewMarkdown(review), MAX_BYTES);
}
