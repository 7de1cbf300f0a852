import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Problem, Rule, RuleContext } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { callNeeds } from './callers/call-needs.ts';
import { untouchedCallers } from './callers/untouched-callers.ts';
import { argumentTypeProblems } from './jobs/argument-types.ts';
import { type Declaration, declarationsOf } from './jobs/call-declarations.ts';
import { calledWorkflow, existsBelowRoot } from './jobs/called-workflow.ts';
import { closestName } from './jobs/closest-name.ts';

export const workflowCallMismatch: Rule<WorkflowDocument> = {
  id: 'workflow-call-mismatch',
  kinds: ['workflow'],
  title: 'A call does not fit the called workflow',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    actionlint: ['workflow-call', 'expression'],
    languageservices: ['workflow-call-undefined', 'missing-required', 'unexpected-key-or-value'],
    sisakulint: ['workflow-call'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  needs: callNeeds,

  *check(document, context) {
    let calls = 0;
    let wrong = 0;
    for (const job of document.view.jobs) {
      const unnamed = namesNoWorkflow(job);
      if (unnamed) {
        wrong += 1;
        yield unnamed;
      }
      const called = calledWorkflow(document, job.uses, context);
      if (!called) {
        if (!unnamed) yield* notThere(document, job, context);
        continue;
      }
      calls += 1;
      for (const found of callProblems(document, job, called)) {
        wrong += 1;
        yield found;
      }
    }
    for (const caller of untouchedCallers(document, context))
      for (const found of callProblems(caller.document, caller.job, document))
        yield { ...found, path: caller.document.path };
    const [first] = document.view.jobs;
    if (first && calls > 0 && wrong === 0)
      yield { proof: `${calls} calls give the called workflows what they declare`, range: first.idRange };
  },
};

/** A file of this repository as it is here, or one of another repository at a version. */
const LOCAL = /\.ya?ml$/i;
const REMOTE = /^[^/@\s]+\/[^/@\s]+\/[^@\s]+\.ya?ml$/i;

function namesNoWorkflow(job: Job): Observation | undefined {
  const { uses } = job;
  if (!uses || uses.kind === 'dynamic') return undefined;
  const isLocal = uses.kind === 'local';
  const [name = '', ref] = uses.raw.split('@');
  if (isLocal ? LOCAL.test(uses.raw) : uses.kind === 'repository' && REMOTE.test(name) && ref) return undefined;
  return problem(job, 'uses/form', `${quote(uses.raw)} names no workflow that can be called.`, {
    remedy: 'Write `./.github/workflows/name.yml`, or `owner/repository/.github/workflows/name.yml@version`.',
  });
}

/** A workflow of this repository that the tree does not hold. */
function* notThere(document: WorkflowDocument, job: Job, context: RuleContext): Generator<Observation> {
  const { uses } = job;
  if (uses?.kind !== 'local') return;
  const exists = existsBelowRoot(document, uses.path, context);
  if (exists === true) return;
  if (exists === 'unknown') {
    yield { unverified: `whether ${quote(uses.raw)} exists`, range: uses.node.range };
    return;
  }
  yield problem(job, 'uses/missing', `${quote(uses.raw)} is called, and there is no such file.`, {
    remedy: 'Correct the path, which begins at the root of the repository, or commit the workflow.',
  });
}

function* callProblems(document: WorkflowDocument, job: Job, called: WorkflowDocument): Generator<Problem> {
  if (!called.view.triggers.some(({ event }) => event === 'workflow_call')) {
    yield problem(
      job,
      'uses',
      `${quote(called.path)} is called, and ${quote('workflow_call')} is none of its triggers.`,
      {
        remedy: `Add ${quote('workflow_call')} to its ${quote('on')}.`,
      },
    );
    return;
  }
  const inputs = declarationsOf(called, 'inputs');
  yield* namesGiven(job, called, 'with', inputs);
  yield* argumentTypeProblems(document, job, inputs);
  const secrets = entryOf(job.node, 'secrets');
  if (secrets?.value.type === 'scalar' && secrets.value.value !== null) return;
  yield* namesGiven(job, called, 'secrets', declarationsOf(called, 'secrets'));
}

/** Names are the same in capitals and small letters. */
function* namesGiven(
  job: Job,
  called: WorkflowDocument,
  key: 'with' | 'secrets',
  declared: readonly Declaration[],
): Generator<Problem> {
  const word = key === 'with' ? 'input' : 'secret';
  const block = entryOf(job.node, key);
  if (block?.value.type === 'scalar' && block.value.value !== null) return;
  const given = block?.value.type === 'map' ? block.value.entries : [];
  const names = declared.map(({ name }) => name);
  const known = new Set(names.map((name) => name.toLowerCase()));
  const passed = new Set(given.map((one) => one.key.text.toLowerCase()));
  for (const { key: name } of given) {
    if (name.text.includes('${{') || known.has(name.text.toLowerCase())) continue;
    const meant = closestName(name.text, names);
    yield {
      ...problem(job, `${key}/${name.text}`, `${quote(called.path)} declares no ${word} ${quote(name.text)}.`, {
        remedy: meant
          ? `Write ${quote(meant)}.`
          : names.length > 0
            ? `It declares ${quoteAll(names)}.`
            : `It declares none: take it out.`,
      }),
      range: name.range,
      ...(meant
        ? { fix: { title: `Write ${meant}`, safety: 'review', edits: [{ range: name.contentRange, text: meant }] } }
        : {}),
    };
  }
  for (const { name, required } of declared) {
    if (!required || passed.has(name.toLowerCase())) continue;
    yield problem(job, `${key}/${name}/missing`, `${quote(called.path)} requires the ${word} ${quote(name)}.`, {
      remedy: `Give it under ${quote(key)}.`,
    });
  }
}

function problem(job: Job, key: string, what: string, { remedy }: { readonly remedy: string }): Problem {
  return {
    range: job.uses?.node.range ?? job.idRange,
    key: `${job.id}/${key}`,
    message: { what, why: 'GitHub refuses the workflow that calls: none of its jobs runs.', remedy },
  };
}
