import { quote } from '../../quote.ts';
import type { ReachedTrigger } from './privileged-triggers.ts';

/** How to fetch exactly what was approved, in the words of a remedy. */
export function namesTheCommit({ trigger }: ReachedTrigger): string {
  return trigger.event === 'issue_comment'
    ? 'Take the commit from the comment, or compare the time of the last push with the time of the comment, and check out that commit.'
    : `Check out ${quote('github.event.pull_request.head.sha')}: it names what was there when the run was started.`;
}
