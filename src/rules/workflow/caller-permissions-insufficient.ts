import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { callNeeds } from './callers/call-needs.ts';
import { untouchedCallers } from './callers/untouched-callers.ts';
import { type ExcessRequest, excessRequests } from './permissions/call-requests.ts';
import { grantScope } from './permissions/grant-scope.ts';

export const callerPermissionsInsufficient: Rule<WorkflowDocument> = {
  id: 'caller-permissions-insufficient',
  kinds: ['workflow'],
  title: 'Called workflow asks for more permissions than the call grants',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { languageservices: ['nested-permissions'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  needs: callNeeds,

  *check(document, context) {
    for (const job of document.view.jobs)
      for (const request of worstOf(excessRequests(document, job, context))) yield problem(document, job, request);
    for (const caller of untouchedCallers(document, context)) {
      for (const request of worstOf(excessRequests(caller.document, caller.job, context)))
        yield { ...problem(caller.document, caller.job, request), path: caller.document.path };
    }
  },
};

/** Several jobs may ask for the same: the one that asks for most tells it. */
function worstOf(requests: readonly ExcessRequest[]): readonly ExcessRequest[] {
  const byScope = new Map<string, ExcessRequest>();
  for (const request of requests) {
    if (!byScope.has(request.scope) || request.asked === 'write') byScope.set(request.scope, request);
  }
  return [...byScope.values()];
}

function problem(document: WorkflowDocument, call: Job, request: ExcessRequest): Problem {
  const { scope, asked, granted, job } = request;
  const edit = grantScope(document, call, scope, asked);
  return {
    range: call.uses?.node.range ?? call.idRange,
    key: `${call.id}/${scope}`,
    message: {
      what: `The job ${quote(job.id)} of ${quote(request.document.path)} asks for ${quote(`${scope}: ${asked}`)}, and this call grants ${quote(granted)}.`,
      why: 'A called workflow cannot have more than its caller: GitHub refuses the run, and no job of it starts.',
      remedy: `Grant ${quote(`${scope}: ${asked}`)} in the ${quote('permissions')} of the job ${quote(call.id)}, or ask for less.`,
    },
    ...(edit ? { fix: { title: `Grant ${scope}: ${asked}`, safety: 'review', edits: [edit] } } : {}),
  };
}
