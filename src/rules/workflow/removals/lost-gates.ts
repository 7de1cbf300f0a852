import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Document, ProjectSide, RuleContext } from '../../../types.ts';
import { countingGates } from '../gates/counting-gates.ts';
import { type GateSignature, gateSignatures } from '../gates/gate-signatures.ts';
import { counterpartOf, isWorkflow } from '../jobs/counterpart-of.ts';

/** What can hold checks. */
export type GateHolder = WorkflowDocument | ActionDocument;

/** The checks of the base that no workflow or action of the head makes, and that no new check of the same kind replaces. */
export function lostGates(
  base: GateHolder,
  head: GateHolder | undefined,
  context: RuleContext,
): readonly GateSignature[] {
  // `gate-non-blocking` speaks of checks that this file still holds and that no longer count.
  const own = without(countingGates(base), continued(base, head, context));
  // Mostly nothing is gone, and the checks of all other files need not be looked at.
  if (own.length === 0) return [];
  const now = checksOf(context.project.head);
  const fresh = without(now, checksOf(context.project.base));
  // The program is the same and only looks at something else: a test that was moved, split or merged.
  const programs = new Set(fresh.map(({ signature }) => programIn(signature)));
  const gates = new Set(fresh.flatMap(({ gate, byName }) => (byName ? [] : gate)));
  const lost = without(own, now).filter(
    ({ signature, gate }) => !programs.has(programIn(signature)) && !gates.has(gate),
  );
  return [...new Map(lost.map((one) => [one.signature, one])).values()];
}

function without(some: readonly GateSignature[], others: readonly GateSignature[]): readonly GateSignature[] {
  const known = new Set(others.map(({ signature }) => signature));
  return some.filter(({ signature }) => !known.has(signature));
}

function programIn(signature: string): string {
  return signature.split(' ')[0] ?? '';
}

/** What the file that stands in this one's place holds. */
function continued(base: GateHolder, head: GateHolder | undefined, context: RuleContext): readonly GateSignature[] {
  if (head) return gateSignatures(head);
  const workflows = [...context.project.head.documents.values()].filter(isWorkflow);
  return workflows
    .filter(({ path }) => !context.project.base.documents.has(path))
    .filter((one) => counterpartOf(one, context) === base)
    .flatMap(gateSignatures);
}

/** The checks of a side that run without anybody's doing and whose failure counts. */
export function checksOf(side: ProjectSide): readonly GateSignature[] {
  const found = known.get(side) ?? [...side.documents.values()].filter(isHolder).flatMap(countingGates);
  known.set(side, found);
  return found;
}

/** Every file that was changed is compared with all of them. */
const known = new WeakMap<ProjectSide, readonly GateSignature[]>();

function isHolder(document: Document): document is GateHolder {
  return (document.kind === 'workflow' || document.kind === 'action') && document.view !== undefined;
}
