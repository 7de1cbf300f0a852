import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import { itemsAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { guardOfIf } from './checkout/guard-of.ts';
import { reachedNeeds } from './jobs/reached-needs.ts';
import { type TerraformCommand, terraformCommands } from './terraform-runs/terraform-commands.ts';

/** What is made to be thrown away may be applied unread. */
const EPHEMERAL =
  /(^|[^a-z])(preview|ephemeral|sandbox|review|examples?|e2e|integration|tests?|testing|terratest|localstack|smoke|fixtures?|playground|demo|pr|dev)([^a-z]|$)/i;

export const terraformApplyUnreviewed: Rule<WorkflowDocument> = {
  id: 'terraform-apply-unreviewed',
  kinds: ['workflow'],
  title: 'Terraform is applied without the plan that was reviewed',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const job of document.view.jobs) {
      const commands = terraformCommands(document, job);
      // What is destroyed in the same job is a test.
      if (commands.some(({ verb }) => verb === 'destroy') || isEphemeral(document, job)) continue;
      for (const command of commands)
        if (command.verb === 'apply' && command.approved) yield* judge(document, job, command);
    }
  },
};

function isEphemeral({ view, path }: WorkflowDocument, job: Job): boolean {
  const names = [
    job.id,
    job.name,
    job.environment?.name,
    view.name,
    path.split('/').at(-1),
    textAt(job.node, 'defaults', 'run', 'working-directory'),
  ];
  return names.some((name) => EPHEMERAL.test(name ?? ''));
}

function* judge(document: WorkflowDocument, job: Job, command: TerraformCommand): Generator<Observation> {
  const { step } = command;
  if (
    EPHEMERAL.test(step.name ?? '') ||
    EPHEMERAL.test(textAt(step.node, 'working-directory') ?? '') ||
    /localstack/i.test(step.run?.text ?? '')
  )
    return;
  const pull = document.view.triggers.find((trigger) => runsOnOpenPull(trigger, job, step));
  const planned = plannedBefore(document, job);
  if (pull) yield onPull(job, command, pull);
  else if (!command.planFile && planned) yield anotherPlan(document, job, command, planned);
}

/** Runs for a pull request that is still open, whoever opened it. */
function runsOnOpenPull(trigger: Trigger, job: Job, step: Step): boolean {
  if (!/^pull_request(_target)?$/.test(trigger.event)) return false;
  const types = itemsAt(trigger.config, 'types').flatMap((item) => textAt(item) ?? []);
  if (types.length > 0 && types.every((type) => type === 'closed' || type === 'labeled')) return false;
  const conditions = [job.if?.text, step.if?.text];
  if (
    conditions.some((text) =>
      /github\.ref\s*==|github\.ref_name\s*==|event_name\s*==\s*'(push|workflow_dispatch|release|schedule)'|merged|workflow_dispatch|inputs\./.test(
        text ?? '',
      ),
    )
  )
    return false;
  return conditions.every((text) => guardOfIf(text, trigger) === 'open');
}

function onPull(job: Job, command: TerraformCommand, { event }: Trigger): Observation {
  return {
    range: command.range,
    key: `${job.id}/${command.step.key}/apply`,
    message: {
      what: `${quote(command.text)} runs on ${quote(event)}.`,
      why: 'What an open pull request proposes is real before anybody has read it, and stays real when it is rejected.',
      remedy: 'Only plan on pull requests; apply after the merge, from the plan that was approved.',
    },
  };
}

function plannedBefore(document: WorkflowDocument, job: Job): TerraformCommand | undefined {
  const jobs = [job, ...reachedNeeds(document, job)];
  return jobs
    .flatMap((one) => terraformCommands(document, one))
    .find(({ verb, planFile }) => verb === 'plan' && planFile !== undefined);
}

function anotherPlan(
  document: WorkflowDocument,
  job: Job,
  command: TerraformCommand,
  plan: TerraformCommand,
): Observation {
  return {
    range: command.range,
    key: `${job.id}/${command.step.key}/apply`,
    severity: 'medium',
    message: {
      what: `${quote(command.text)} makes a plan of its own; the one saved in ${quote(plan.planFile ?? '')} is not used.`,
      why: 'Between the two, the state, a provider or a remote module may have changed: what is applied is not what was looked at.',
      remedy: `Apply the saved plan: ${quote(`terraform apply ${plan.planFile}`)}.`,
    },
    related: [{ path: document.path, side: document.side, range: plan.range, message: 'The plan is saved here.' }],
  };
}
