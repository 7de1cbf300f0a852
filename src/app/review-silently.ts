import { githubFacts } from '../github/github-facts.ts';
import type { Review, Source } from '../types.ts';
import { appSource } from './app-source.ts';
import { engine } from './engine.ts';
import type { ReviewTarget } from './review-target.ts';
import type { Service } from './service.ts';

/** A review that was not published, and where its files can be read. */
export interface ReviewedTarget {
  readonly review: Review;
  readonly source: Source;
}

/** Reviews a target by its rules without saying anything. */
export async function reviewSilently(
  service: Service,
  target: ReviewTarget,
  signal: AbortSignal,
): Promise<ReviewedTarget> {
  const source = await appSource(service, target);
  const facts = githubFacts(
    await service.clients.survey(target.installation),
    service.factsMemory(target.installation),
  );
  const { review } = await engine({ source, facts, signal, run: service.run, sink: () => SILENT });
  return { review, source };
}

const SILENT = {
  publish: async () => ({
    checks: [],
    commentsPosted: 0,
    commentsMarkedFixed: 0,
    summary: 'none' as const,
    failures: [],
  }),
};
