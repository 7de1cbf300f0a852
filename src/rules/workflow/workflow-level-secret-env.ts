import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { RUN_TOKEN, secretsIn } from './credentials/secrets-in.ts';

export const workflowLevelSecretEnv: Rule<WorkflowDocument> = {
  id: 'workflow-level-secret-env',
  kinds: ['workflow'],
  title: 'Every job gets the secret',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { ghalint: ['workflow_secrets'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    // A called workflow has its own environment.
    const jobs = view.jobs.filter(({ uses }) => !uses);
    if (jobs.length < 2) return;
    for (const { key, value, range } of view.env?.entries ?? []) {
      const secrets = secretsIn(value);
      if (secrets.length === 0) continue;
      yield {
        range,
        key: `env/${key.text}`,
        // What the token of the run may do is limited job by job.
        severity: secrets.every((name) => name === RUN_TOKEN) ? 'low' : 'medium',
        message: {
          what: `${quote(key.text)} puts ${quoteAll(secrets)} into the environment of all ${jobs.length} jobs.`,
          why: 'Every action and every package script of every job can read it there, also where nothing needs it.',
          remedy: 'Set it under `env` of the step that uses it.',
        },
      };
    }
  },
};
