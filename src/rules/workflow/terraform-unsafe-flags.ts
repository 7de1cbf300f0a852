import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { type ScriptLine, scriptLines } from './gates/script-lines.ts';

export const terraformUnsafeFlags: Rule<WorkflowDocument> = {
  id: 'terraform-unsafe-flags',
  kinds: ['workflow'],
  title: 'Terraform is run past its own safety',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const byHand = document.view.triggers.every(({ event }) => event === 'workflow_dispatch');
    for (const job of document.view.jobs) {
      // Somebody started it, and an environment asked somebody else.
      if (byHand && job.environment) continue;
      for (const step of job.steps) {
        if (!step.run || !/\b(terraform|tofu|terragrunt)\b/.test(step.run.text)) continue;
        for (const line of scriptLines(document.source, step.run)) yield* judge(job, step.key, line, byHand);
      }
    }
  },
};

interface Danger {
  readonly name: string;
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly why: string;
  readonly remedy: string;
  /** Meant for people, and started by one it is what it is for. */
  readonly fineByHand: boolean;
}

const RUN = '\\b(?:terraform|tofu|terragrunt)\\s+(?:-\\S+\\s+)*';

const DANGERS: readonly Danger[] = [
  {
    name: 'lock',
    // A plan writes nothing.
    pattern: new RegExp(`${RUN}(?:apply|destroy|import|state)\\b[^;&|]*\\s-lock=false\\b`),
    severity: 'high',
    why: 'Another run at the same time writes the same state: one of the two is lost, and what it made is known to nobody.',
    remedy: 'Leave `-lock=false` out; wait for the lock with `-lock-timeout=10m`.',
    fineByHand: false,
  },
  {
    name: 'force-unlock',
    pattern: new RegExp(`${RUN}force-unlock\\b`),
    severity: 'high',
    why: 'The lock may belong to a run that is still writing; it is taken away from it unasked.',
    remedy: 'Unlock by hand, once it is known whose lock it is.',
    fineByHand: true,
  },
  {
    name: 'state',
    pattern: new RegExp(`${RUN}state\\s+(?:rm|mv|push|replace-provider)\\b`),
    severity: 'high',
    why: 'The state is edited at every run and without a plan: what is no longer in it is made again, or belongs to nobody.',
    remedy: 'Write a `moved` or `removed` block, which the plan shows and a review sees.',
    fineByHand: true,
  },
  {
    name: 'target',
    pattern: new RegExp(`${RUN}apply\\b[^;&|]*\\s-target[= ]`),
    severity: 'medium',
    why: 'Only a part of the configuration is applied, at every run: the rest drifts, and no plan says so.',
    remedy: 'Apply all of it, or make a root module of the part.',
    fineByHand: true,
  },
];

function* judge(job: Job, step: string, { text, range }: ScriptLine, byHand: boolean): Generator<Observation> {
  for (const { name, pattern, severity, why, remedy, fineByHand } of DANGERS) {
    const found = pattern.exec(text)?.[0];
    if (!found || (byHand && fineByHand)) continue;
    yield {
      range,
      key: `${job.id}/${step}/${name}`,
      severity,
      message: { what: `The run does ${quote(found)}.`, why, remedy },
    };
  }
}
