import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { secretsIn } from './credentials/secrets-in.ts';

export const jobLevelSecretEnv: Rule<WorkflowDocument> = {
  id: 'job-level-secret-env',
  kinds: ['workflow'],
  title: 'Every step of a job gets the secret',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { ghalint: ['job_secrets'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const job of view.jobs) {
      if (job.steps.length < 2) continue;
      for (const { key, value, range } of job.env?.entries ?? []) {
        const secrets = secretsIn(value);
        if (secrets.length === 0) continue;
        yield {
          range,
          key: `${job.id}/env/${key.text}`,
          message: {
            what: `${quote(key.text)} puts ${quoteAll(secrets)} into the environment of all ${job.steps.length} steps of ${quote(job.id)}.`,
            why: 'Every action and every package script of the job can read it there, also where nothing needs it.',
            remedy: 'Set it under `env` of the step that uses it.',
          },
        };
      }
    }
  },
};
