import type { Observation, RuleContext } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { countingGates } from '../gates/counting-gates.ts';
import { startsByItself } from '../jobs/counterpart-of.ts';
import { checksOf, type GateHolder } from './lost-gates.ts';
import { removalMessage } from './removal-problems.ts';

/** Whether nothing starts a workflow any more but somebody. */
export function isOnlyByHand(base: GateHolder, head: GateHolder): boolean {
  return (
    base.kind === 'workflow' &&
    head.kind === 'workflow' &&
    startsByItself(base) &&
    head.view.jobs.length > 0 &&
    !startsByItself(head)
  );
}

/** The workflow stays, and nothing starts it any more. */
export function* byHand(base: GateHolder, head: GateHolder, context: RuleContext): Generator<Observation> {
  const now = checksOf(context.project.head);
  const known = new Set(now.map(({ signature }) => signature));
  const lost = countingGates(base).filter(({ signature }) => !known.has(signature));
  const [worst] = [...lost.filter(({ gate }) => gate !== 'lint'), ...lost];
  const on = head.view.root.entries.find(({ key }) => key.text === 'on');
  if (!worst || !on) return;
  yield {
    range: on.range,
    key: 'on',
    severity: worst.gate === 'lint' ? 'low' : 'high',
    message: removalMessage(`The ${worst.gate} ${quote(worst.name)} only runs when somebody starts it`, worst),
  };
}
