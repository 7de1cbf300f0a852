import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { actionVersion, isAtLeast } from './actions/action-version.ts';
import { dropCredentials } from './artifacts/drop-credentials.ts';
import { leakedWorkspace } from './artifacts/leaked-workspace.ts';
import { needsCredentials } from './artifacts/needs-credentials.ts';

type Subject = WorkflowDocument | ActionDocument;

export const persistCredentials: Rule<Subject> = {
  id: 'persist-credentials',
  kinds: ['workflow', 'action'],
  title: 'The checkout leaves the token on the runner',
  severity: 'low',
  confidence: 'likely',
  // Nearly every healthy workflow does; where it really leaks, `credentials-in-artifact` says so.
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    zizmor: ['artipacked'],
    ghalint: ['checkout_persist_credentials_should_be_false'],
    sisakulint: ['artipacked'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const seen = new Set<number>();
    const steps = stepsOf(document);
    const checkouts = steps.filter(({ step }) => step.uses?.repository.toLowerCase() === 'actions/checkout');
    for (const { step, job, key } of checkouts) {
      const all = job ? job.steps : steps.map((one) => one.step);
      if (entryOf(step.with, 'persist-credentials') || seen.has(step.node.range.start)) continue;
      if (needsCredentials(all.slice(all.indexOf(step) + 1)) || leakedWorkspace(document, step, all)) continue;
      seen.add(step.node.range.start);
      yield problem(document, step, key);
    }
    const [first] = checkouts;
    if (first && checkouts.every(({ step }) => isOff(step)))
      yield {
        proof: `${checkouts.length} of ${checkouts.length} checkouts drop the token`,
        range: first.step.uses?.node.range ?? first.step.node.range,
      };
  },
};

function isOff(step: Step): boolean {
  const value = entryOf(step.with, 'persist-credentials')?.value;
  return value?.type === 'scalar' && value.text === 'false';
}

function problem(document: Subject, step: Step, key: string): Observation {
  const version = step.uses && actionVersion(document.source, step.uses);
  const apart = version !== undefined && isAtLeast(version, '6.0.0');
  const fix = dropCredentials(document.source, step);
  return {
    range: step.uses?.node.range ?? step.node.range,
    key,
    message: {
      what: `${quote(step.uses?.raw ?? '')} keeps the token ${apart ? 'in a file of the runner' : `in ${quote('.git/config')}`} for all steps that follow.`,
      why: 'Any of them, third-party actions and package scripts included, can read it and act as this workflow; none of them is seen to push.',
      remedy: `Set ${quote('persist-credentials: false')}.`,
    },
    ...(fix ? { fix } : {}),
  };
}
