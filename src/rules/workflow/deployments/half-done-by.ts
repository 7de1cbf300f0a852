import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { isThrownAway } from './is-thrown-away.ts';

/** Options between a program and its command, some with a value: `helm -n web upgrade`. */
const OPTIONS = String.raw`(?:-\S+ +(?:[^-\s]\S* +)?){0,6}`;

/** Commands that leave something half changed when they are stopped. */
const APPLIES = new RegExp(
  String.raw`\b((terraform|tofu|terragrunt) +(run-all +)?${OPTIONS}(apply|destroy)|helm +${OPTIONS}(upgrade|install|rollback)|helmfile +${OPTIONS}(apply|sync)|kubectl +${OPTIONS}(apply|replace|set +image|rollout +(restart|undo))|pulumi +${OPTIONS}(up|destroy)|cdk deploy|aws cloudformation deploy|(serverless|sls) deploy|sam deploy|ansible-playbook|alembic upgrade|flyway +${OPTIONS}migrate|liquibase update|(rails|rake) db:migrate|prisma migrate deploy|(npx )?(knex|sequelize|typeorm) \S*migrat\S*|manage\.py migrate|goose up|atlas migrate apply)\b`,
);
const PREVIEW =
  /(^|[^a-z])(preview|review[-_ ]?app|ephemeral|pr[-_]?(env|\d|deploy)|pull[-_ ]request|sandbox|e2e|kind|minikube|integration)([^a-z]|$)/i;

/** A command that must not be stopped, or run twice at once. */
export interface HalfDone {
  readonly job: Job;
  readonly step: Step;
  readonly command: string;
}

/** The first such command of a job that changes something people use. */
export function halfDoneBy(job: Job): HalfDone | undefined {
  if ([job.id, job.name, job.environment?.name].some(isPreview)) return undefined;
  if (/github\.event_name\s*==\s*'pull_request'/.test(job.if?.text ?? '')) return undefined;
  if (isThrownAway(job)) return undefined;
  for (const step of job.steps) {
    const text = step.run?.text ?? '';
    const command = APPLIES.exec(text)?.[0];
    if (command && !isPreview(step.name) && !text.includes('--dry-run')) return { job, step, command };
  }
  return undefined;
}

/** Whether a name is that of something made to be thrown away. */
export function isPreview(name: string | undefined): boolean {
  return PREVIEW.test(name ?? '');
}
