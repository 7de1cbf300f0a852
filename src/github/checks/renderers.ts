import type { PersonaReview, Review } from '../../types.ts';

/** The texts that are published, made by the output stage. */
export interface Renderers {
  summary(review: Review): string;
  checkTitle(review: Review, persona?: PersonaReview): string;
  checkSummary(review: Review, persona?: PersonaReview): string;
  /** What stands below the summary of the aggregate check, if anything. */
  checkText?(review: Review): string | undefined;
}
