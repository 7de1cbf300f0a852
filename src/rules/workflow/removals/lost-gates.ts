import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Document, ProjectSide, RuleContext } from '../../../types.ts';
import { countingGates } from '../gates/counting-gates.ts';
import { type GateSignature, gateSignatures } from '../gates/gate-signatures.ts';
import { counterpartOf, isWorkflow } from '../jobs/counterpart-of.ts';

/** What can hold checks. */
export type GateHolder = WorkflowDocument | ActionDocument;

/** The checks of the base that no workflow or action of the head makes, and that no new check of the same kind replaces. */
export function lostGates(base: GateHolder, head: GateHolder | undefined, context: RuleContext): GateSignature[] {
  const now = checksOf(context.project.head);
  const before = new Set(checksOf(context.project.base).map(({ signature }) => signature));
  // `gate-non-blocking` speaks of checks that this file still holds and that no longer count.
  const known = new Set([...now, ...continued(base, head, context)].map(({ signature }) => signature));
  const fresh = now.filter(({ signature }) => !before.has(signature));
  const own = new Map(countingGates(base).map((one) => [one.signature, one]));
  // The program is the same and only looks at something else: a test that was moved, split or merged.
  const programs = new Set(fresh.map(({ signature }) => programIn(signature)));
  const gates = new Set(fresh.flatMap(({ gate, byName }) => (byName ? [] : gate)));
  return [...own.values()].filter(
    ({ signature, gate }) => !known.has(signature) && !programs.has(programIn(signature)) && !gates.has(gate),
  );
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
