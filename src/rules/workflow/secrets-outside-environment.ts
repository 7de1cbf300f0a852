import type { WorkflowDocument } from '../../documents/workflow.ts';
import { scalarsBelow } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { RUN_TOKEN, secretsIn } from './credentials/secrets-in.ts';

export const secretsOutsideEnvironment: Rule<WorkflowDocument> = {
  id: 'secrets-outside-environment',
  kinds: ['workflow'],
  title: 'Secrets that no environment guards',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { zizmor: ['secrets-outside-env'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ source, view }) {
    // A called workflow uses what its caller hands over.
    if (!/secrets/i.test(source) || view.triggers.some(({ event }) => event === 'workflow_call')) return;
    for (const job of view.jobs) {
      if (job.environment || job.uses || job.node.entries.some(({ key }) => key.text === 'environment')) continue;
      const used = scalarsBelow(job.node).flatMap(({ scalar }) => secretsIn(scalar));
      const secrets = [...new Set(used)].filter((name) => name !== RUN_TOKEN);
      if (secrets.length === 0) continue;
      yield {
        range: job.idRange,
        key: `${job.id}/secrets`,
        message: {
          what: `${quote(job.id)} uses ${quoteAll(secrets)} outside any environment.`,
          why: 'Secrets of the repository are there for every workflow on every branch; whoever may push a branch can read them.',
          remedy: 'Keep them in an environment that only the branches that need it may use, and name it in the job.',
        },
      };
    }
  },
};
