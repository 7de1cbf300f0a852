import type { Review } from '../types.ts';
import { count } from './count.ts';
import { groupFindings } from './group-findings.ts';

/** What to do now, in one line, with commands that can be copied. */
export function nextStep(review: Review): string {
  const { blocking, worthALook } = groupFindings(review);
  const open = [...blocking, ...worthALook];
  const safe = open.filter((finding) => finding.fix?.safety === 'safe').length;
  const rule = open.find((finding) => finding.origin === 'rule')?.rule;
  const steps = [
    ...(safe === 0 ? [] : [`\`pipewright review --fix\` applies ${count(safe, 'safe fix', 'safe fixes')}`]),
    ...(rule === undefined ? [] : [`\`pipewright explain ${rule}\` says more`]),
  ];
  if (steps.length > 0) {
    return `Next: ${steps.join('; ')}`;
  }
  return review.incomplete.length > 0
    ? 'Next: `pipewright doctor` says what is missing'
    : 'Next: `pipewright checklists --explain` shows how each item was answered';
}
