import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** Commands that leave something half changed when they are stopped. */
const APPLIES =
  /\b((terraform|tofu|terragrunt) (\S+ )*(apply|destroy)|helm (\S+ )*(upgrade|install|rollback)|helmfile (\S+ )*(apply|sync)|kubectl (\S+ )*(apply|replace|set image|rollout)|pulumi (\S+ )*(up|destroy)|cdk deploy|aws cloudformation deploy|(serverless|sls) deploy|sam deploy|ansible-playbook|alembic upgrade|flyway (\S+ )*migrate|liquibase update|(rails|rake) db:migrate|prisma migrate deploy|(npx )?(knex|sequelize|typeorm) \S*migrat\S*|manage\.py migrate|goose up|atlas migrate apply)\b/;
const PREVIEW =
  /(^|[^a-z])(preview|review[-_ ]?app|ephemeral|pr[-_]?(env|\d|deploy)|pull[-_ ]request|sandbox|e2e|kind|minikube|integration)([^a-z]|$)/i;

export const deployCancelInProgress: Rule<WorkflowDocument> = {
  id: 'deploy-cancel-in-progress',
  kinds: ['workflow'],
  title: 'A running deployment can be cancelled half way',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { root, jobs, triggers } = document.view;
    if (triggers.every(({ event }) => /^pull_request/.test(event))) return;
    const all = jobs.flatMap((job) => applied(job) ?? []);
    const [first] = all;
    if (first) yield* problem(root, first, 'concurrency');
    for (const job of jobs) {
      const one = applied(job);
      if (one) yield* problem(job.node, one, `${job.id}/concurrency`);
    }
  },
};

interface Applied {
  readonly job: Job;
  readonly command: string;
}

function applied(job: Job): Applied | undefined {
  if ([job.id, job.name, job.environment?.name].some((name) => PREVIEW.test(name ?? ''))) return undefined;
  if (/github\.event_name\s*==\s*'pull_request'/.test(job.if?.text ?? '')) return undefined;
  for (const { run, name } of job.steps) {
    const command = APPLIES.exec(run?.text ?? '')?.[0];
    if (command && !PREVIEW.test(name ?? '') && !/--dry-run|\bkind\b|minikube|k3d/.test(run?.text ?? ''))
      return { job, command };
  }
  return undefined;
}

function* problem(holder: YamlMap, { job, command }: Applied, key: string): Generator<Observation> {
  const concurrency = entryOf(holder, 'concurrency')?.value;
  const entry = entryOf(concurrency, 'cancel-in-progress');
  if (entry?.value.type !== 'scalar' || entry.value.text.toLowerCase() !== 'true') return;
  if (PREVIEW.test(textAt(concurrency, 'group') ?? '')) return;
  yield {
    range: entry.range,
    key,
    message: {
      what: `${quote('cancel-in-progress: true')} stops ${quote(job.id)} in the middle of ${quote(command)} when the next run starts.`,
      why: 'A lock stays behind, a release is half rolled out, a migration is half done, and the next run starts from there.',
      remedy: 'Let runs wait for each other: `cancel-in-progress: false`.',
    },
    fix: {
      title: 'Let the running deployment finish',
      safety: 'safe',
      edits: [{ range: entry.value.range, text: 'false' }],
    },
  };
}
