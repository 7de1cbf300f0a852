import type { Review } from '../types.ts';
import type { ReviewedRun } from './action-event.ts';
import type { ReadReport } from './read-run-report.ts';
import { reportedFindings } from './run-report.ts';

/**
 * One sentence on how the report of the pull request's run fits the review that was made here. Numbers only: whatever
 * the report says, nothing of it is published.
 */
export function compareRunReport(read: ReadReport, review: Review, run: ReviewedRun): string {
  const refused = 'refused' in read ? read.refused : mismatch(read.report, review, run);
  if ('refused' in read || refused !== undefined)
    return `The report of the pull request's run was refused: ${refused}. This review does not need it; nothing of the report was published.`;
  const [here, there] = [reportedFindings(review), read.report.findings];
  const more = there.filter((one) => !here.includes(one)).length;
  const fewer = here.filter((one) => !there.includes(one)).length;
  if (more + fewer === 0) return "The report of the pull request's run finds the same.";
  return `The report of the pull request's run differs: it lists ${more} that this review does not find, and lacks ${fewer} that it finds. This review counts; nothing of the report was published. Unless the base branch moved or an input differs, somebody changed the report.`;
}

function mismatch(
  report: { readonly repository: string; readonly number: number; readonly headSha: string },
  { change }: Review,
  run: ReviewedRun,
): string | undefined {
  if (report.repository.toLowerCase() !== change.repository.toLowerCase()) return 'it is about another repository';
  if (report.headSha !== run.headSha) return 'it is about another commit than the run';
  if (report.number !== change.number) return 'it is about another pull request than the run';
  return undefined;
}
