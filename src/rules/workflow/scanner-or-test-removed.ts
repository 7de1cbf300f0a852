import { shellScript } from '../../documents/shell/script-commands.ts';
import { stepsOf } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { isEmptyScript } from './gates/gate-commands.ts';
import { type GateSignature, gateSignatures } from './gates/gate-signatures.ts';
import { type GateHolder, lostGates } from './removals/lost-gates.ts';
import { byHand, isOnlyByHand } from './removals/only-by-hand.ts';
import { goneFromFile, goneWithFile } from './removals/removal-problems.ts';
import { unreadPlace } from './removals/unread-place.ts';

export const scannerOrTestRemoved: Rule<GateHolder> = {
  id: 'scanner-or-test-removed',
  kinds: ['workflow', 'action'],
  title: 'A test or scan is gone',
  severity: 'high',
  // Something outside the workflows may do the same.
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs() {
    yield { glob: '.github/workflows/*' };
    yield { glob: '.github/actions/*/action.y*ml' };
  },

  *compare(base, head, context) {
    if (!base) return;
    if (head && isOnlyByHand(base, head)) yield* byHand(base, head, context);
    const lost = lostGates(base, head, context).filter((one) => !head || !isStillDone(one, head));
    if (lost.length === 0) return;
    const unread = unreadPlace(base, head, context);
    if (unread)
      yield {
        unverified: `${unread} could not be read: whether it has the checks that left ${base.path} is not known`,
      };
    else if (head) {
      const hidden = lost.filter((one) => isThroughOther(one, base, head));
      for (const { step, name } of hidden)
        yield {
          unverified: `${name} is not run by name any more (${step.name ?? step.key}): whether what is run now makes that check is not known`,
        };
      yield* goneFromFile(
        base,
        head,
        lost.filter((one) => !hidden.includes(one)),
      );
    } else yield* goneWithFile(base, lost);
  },
};

/** What was a check by its name only is still there under another one, or without a name. */
function isStillDone({ byName, step: { uses, run } }: GateSignature, head: GateHolder): boolean {
  if (!byName) return false;
  return stepsOf(head).some(({ step: one }) =>
    uses
      ? one.uses?.repository === uses.repository && one.uses.path === uses.path
      : run !== undefined && one.run?.text === run.text,
  );
}

/** A step of the same name, or a new one called after the same check: it may make it through something else. */
function isThroughOther({ step, gate }: GateSignature, base: GateHolder, head: GateHolder): boolean {
  const before = new Set(gateSignatures(base).map(({ signature }) => signature));
  if (gateSignatures(head).some((one) => one.byName && one.gate === gate && !before.has(one.signature))) return true;
  if (step.name === undefined) return false;
  return stepsOf(head).some(
    ({ step: one }) =>
      one.name === step.name &&
      (one.uses !== undefined || (one.run !== undefined && !isEmptyScript(shellScript(one.run)))),
  );
}
