import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { scalarAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { terraformCommands } from './terraform-runs/terraform-commands.ts';

export const terraformPlanSecretLeak: Rule<WorkflowDocument> = {
  id: 'terraform-plan-secret-leak',
  kinds: ['workflow'],
  title: 'A plan with its secrets is handed out',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const job of document.view.jobs) {
      const plans = new Set(
        terraformCommands(document, job).flatMap(({ verb, planFile }) =>
          verb === 'plan' && planFile ? [planFile] : [],
        ),
      );
      if (job.steps.some(({ run }) => ENCRYPTS.test(run?.text ?? ''))) continue;
      for (const step of job.steps) {
        const upload = uploaded(step, new Set([...plans, ...shownIn(job)]));
        if (upload) yield problem(job, step, upload);
      }
    }
  },
};

const ENCRYPTS = /\b(gpg|openssl enc|openssl smime|sops|age|rage|ansible-vault|kms encrypt)\b/;

/** Files that `terraform show -json` is written to: the values of the plan, sensitive ones in clear. */
function shownIn(job: Job): string[] {
  return job.steps.flatMap(({ run }) => {
    const found = /\b(?:terraform|tofu) show (?:-\S+ )*-json[^\n;&|]*>\s*["']?([\w./${}-]+)/.exec(run?.text ?? '')?.[1];
    return found ? [found] : [];
  });
}

interface Upload {
  readonly file: string;
  readonly range: Range;
}

function uploaded(step: Step, plans: ReadonlySet<string>): Upload | undefined {
  if (step.uses?.repository.toLowerCase() !== 'actions/upload-artifact') return undefined;
  const path = scalarAt(step.with, 'path');
  for (const line of path?.text.split('\n') ?? []) {
    const file = line.trim();
    const name = nameOf(file);
    if (path && [...plans].some((plan) => nameOf(plan) === name && name !== '')) return { file, range: path.range };
  }
  return undefined;
}

function nameOf(path: string): string {
  return path.replace(/["']/g, '').split('/').at(-1) ?? '';
}

function problem(job: Job, step: Step, { file, range }: Upload): Observation {
  return {
    range,
    key: `${job.id}/${step.key}/${file}`,
    message: {
      what: `The plan ${quote(file)} is uploaded as an artifact.`,
      why: 'A plan holds the values of passwords and keys in clear, sensitive ones too. Whoever may read the repository can download it, and of a public one everybody.',
      remedy:
        'Keep plans in a bucket of their own or encrypt them; let `retention-days` be 1, and show people the text, not the file.',
    },
  };
}
