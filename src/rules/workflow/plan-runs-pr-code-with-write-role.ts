import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { scalarAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { siblingsOf } from './callers/siblings-of.ts';
import { terraformCommands } from './terraform-runs/terraform-commands.ts';

export const planRunsPrCodeWithWriteRole: Rule<WorkflowDocument> = {
  id: 'plan-runs-pr-code-with-write-role',
  kinds: ['workflow'],
  title: 'A pull request is planned with the role that applies',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (!document.view.triggers.some(({ event }) => event === 'pull_request')) return;
    yield { glob: '.github/workflows/*.yml' };
    yield { glob: '.github/workflows/*.yaml' };
  },

  *check(document, context) {
    if (!document.view.triggers.some(({ event }) => event === 'pull_request')) return;
    for (const job of document.view.jobs) {
      if (job.environment || !plansOnly(document, job) || notOnPulls(job)) continue;
      for (const role of rolesOf(job)) {
        const apply = applierWith(role.text, siblingsOf(document, context), job);
        if (apply) yield problem(document, job, role, apply);
      }
    }
  },
};

function plansOnly(document: WorkflowDocument, job: Job): boolean {
  const verbs = terraformCommands(document, job).map(({ verb }) => verb);
  return verbs.includes('plan') && !verbs.includes('apply');
}

function notOnPulls(job: Job): boolean {
  return /github\.event_name\s*(==\s*'(?!pull_request)|!=\s*'pull_request')|github\.ref\s*==/.test(job.if?.text ?? '');
}

/** Roles and service accounts that the job takes on, as they are written. */
function rolesOf(job: Job): readonly YamlScalar[] {
  return job.steps.flatMap(({ with: inputs }) =>
    ['role-to-assume', 'service_account', 'client-id'].flatMap((name) => {
      const role = scalarAt(inputs, name);
      return role && role.text.trim() !== '' ? [role] : [];
    }),
  );
}

interface Applier {
  readonly document: WorkflowDocument;
  readonly job: Job;
  readonly role: YamlScalar;
}

/** Written out, or a variable or secret of the repository: the same in every workflow. */
const SHARED = /^(?!.*\$\{\{)|^\$\{\{\s*(vars|secrets)\.\w+\s*\}\}$/;

/** A job that applies with the same role; what a variable stands for in an environment may differ from it. */
function applierWith(role: string, documents: readonly WorkflowDocument[], plan: Job): Applier | undefined {
  if (!SHARED.test(role)) return undefined;
  for (const document of documents) {
    for (const job of document.view.jobs) {
      const applies = job !== plan && terraformCommands(document, job).some(({ verb }) => verb !== 'plan');
      if (!applies || (job.environment && role.includes('${{'))) continue;
      const same = rolesOf(job).find(({ text }) => text === role);
      if (same) return { document, job, role: same };
    }
  }
  return undefined;
}

function problem(document: WorkflowDocument, job: Job, role: YamlScalar, apply: Applier): Observation {
  return {
    range: role.range,
    key: `${job.id}/${role.text}`,
    message: {
      what: `${quote(job.id)} plans pull requests with ${quote(role.text)}, with which ${quote(apply.job.id)}${apply.document === document ? '' : ` of ${quote(apply.document.path)}`} applies.`,
      why: 'A plan runs code of the pull request: providers, modules and `external` data do what they like with the role, before anybody has read the change.',
      remedy:
        'Give plans a role that only reads, and let the role that writes be taken on from the main branch or an environment alone.',
    },
    related: [
      {
        path: apply.document.path,
        side: apply.document.side,
        range: apply.role.range,
        message: 'Applied with it here.',
      },
    ],
  };
}
