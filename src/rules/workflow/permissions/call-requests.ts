import type { Job } from '../../../documents/workflow/job.ts';
import {
  type AccessLevel,
  isWider,
  levelUnder,
  type PermissionScope,
  type Permissions,
} from '../../../documents/workflow/permissions.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext } from '../../../types.ts';
import { calledWorkflow } from '../jobs/called-workflow.ts';
import { SCOPES } from './scopes.ts';

/** A permission that a job of a called workflow asks for and that the call does not grant. */
export interface ExcessRequest {
  readonly document: WorkflowDocument;
  readonly job: Job;
  readonly scope: string;
  readonly asked: AccessLevel;
  readonly granted: AccessLevel;
}

/** GitHub follows calls that deep (https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows). */
const MAX_DEPTH = 10;

/**
 * What a call's workflow, and those that it calls with the same grant, ask for beyond what the call grants. Without
 * `permissions` the call grants what the repository's settings say, which nobody reads here: never an identity, the rest
 * is unknown.
 */
export function excessRequests(caller: WorkflowDocument, call: Job, context: RuleContext): readonly ExcessRequest[] {
  const grant = call.permissions ?? caller.view.permissions;
  // Called itself and nothing more, it grants what it is granted: its callers are looked at.
  if (!grant && caller.view.triggers.every(({ event }) => event === 'workflow_call')) return [];
  return [...follow(caller, call, grant, context, 0)];
}

function* follow(
  caller: WorkflowDocument,
  call: Job,
  grant: Permissions | undefined,
  context: RuleContext,
  depth: number,
): Generator<ExcessRequest> {
  const document = calledWorkflow(caller, call.uses, context);
  if (!document || depth >= MAX_DEPTH) return;
  for (const job of document.view.jobs) {
    const asked = job.permissions ?? document.view.permissions;
    // A job that says what it asks for is the grant of what it calls in turn, and is looked at with its own file.
    if (!asked) yield* follow(document, job, grant, context, depth + 1);
    for (const { scope, level } of asked ? requested(asked) : []) {
      const granted = grantedBy(grant, scope);
      if (granted !== undefined && isWider(level, granted)) yield { document, job, scope, asked: level, granted };
    }
  }
}

function requested({ all, scopes }: Permissions): readonly Pick<PermissionScope, 'scope' | 'level'>[] {
  const level = all;
  if (level === undefined) return scopes;
  return Object.entries(SCOPES).flatMap(([scope, levels]) => (levels.includes(level) ? [{ scope, level }] : []));
}

function grantedBy(grant: Permissions | undefined, scope: string): AccessLevel | undefined {
  if (grant) return levelUnder(grant, scope);
  return scope === 'id-token' ? 'none' : undefined;
}
