import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, type PlacedStep, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { isWorkflowFile } from './actions/is-workflow-file.ts';
import { localActionNeeds } from './actions/local-action.ts';
import { existsBelowRoot } from './jobs/called-workflow.ts';

type Subject = WorkflowDocument | ActionDocument;

export const localActionMissing: Rule<Subject> = {
  id: 'local-action-missing',
  kinds: ['workflow', 'action'],
  title: 'A step calls an action of this repository that is not there',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['action'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: localActionNeeds,

  *check(document, context) {
    const steps = stepsOf(document);
    for (const [i, placed] of steps.entries()) {
      const { step } = placed;
      if (step.uses?.kind !== 'local' || step.uses.raw.startsWith('../') || isWorkflowFile(step.uses)) continue;
      const before = steps.slice(0, i).filter((other) => other.job === placed.job);
      if (before.some((other) => mayMake(other.step, step.uses?.path ?? ''))) continue;
      const there = isThere(document, step.uses.path, context);
      if (there === 'unknown') yield unverified(step);
      else if (!there) yield missing(document, placed);
    }
  },
};

/** A folder with an action, or a Dockerfile that GitHub builds where nothing else describes it. */
function isThere(document: Subject, folder: string, context: RuleContext): boolean | 'unknown' {
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
  const answers = ['action.yml', 'action.yaml', 'Dockerfile'].map((name) =>
    existsBelowRoot(document, `${prefix}${name}`, context),
  );
  return answers.includes(true) || (answers.includes('unknown') ? 'unknown' : false);
}

const FETCHES = /\b(git|gh|hub|svn|curl|wget|tar|unzip|rsync|scp|cp|mv|ln|mkdir|aws|gsutil)\b/;

/** Whether a step may put files where the action is looked for: another repository, an archive, a script that fetches. */
function mayMake(step: Step, folder: string): boolean {
  const name = step.uses?.repository.toLowerCase() ?? '';
  if (step.run) return FETCHES.test(step.run.text) || (folder !== '' && step.run.text.includes(folder));
  if (name === 'actions/checkout')
    return ['path', 'repository', 'ref', 'submodules'].some((key) => textAt(step.with, key) !== undefined);
  // Any other action may fetch what it likes, one of this repository too; these are known not to.
  return step.uses !== undefined && !/^actions\/(setup-|upload-)/.test(name);
}

function unverified(step: Step): Observation {
  return {
    unverified: `whether ${quote(step.uses?.raw ?? '')} exists`,
    range: step.uses?.node.range ?? step.node.range,
  };
}

function missing(document: Subject, { step, key }: PlacedStep): Observation {
  const isCalled =
    document.kind === 'workflow' && document.view.triggers.some(({ event }) => event === 'workflow_call');
  return {
    range: step.uses?.node.range ?? step.node.range,
    key,
    // A called workflow sees the files of its caller.
    ...(isCalled && !step.uses?.raw.startsWith('$/') ? { confidence: 'heuristic' } : {}),
    message: {
      what: `${step.uses?.path ? quote(step.uses.path) : 'The root of the repository'} holds no ${quote('action.yml')}.`,
      why: 'GitHub looks for it when the step begins, and the step fails.',
      remedy: 'Correct the path, which begins at the root of the repository, or commit the action.',
    },
  };
}
