import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const anonymousDefinition: Rule<WorkflowDocument> = {
  id: 'anonymous-definition',
  kinds: ['workflow'],
  title: 'Workflow or job has no name',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { zizmor: ['anonymous-definition'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    const [first] = view.root.entries;
    const on = entryOf(view.root, 'on') ?? first;
    if (on && !entryOf(view.root, 'name')) {
      yield {
        range: on.key.range,
        key: 'name',
        message: {
          what: 'The workflow has no name.',
          why: `Its runs are listed as ${quote(path)}, which tells people little.`,
          remedy: `Give it a ${quote('name')}.`,
        },
      };
    }
    for (const job of view.jobs) {
      if (entryOf(job.node, 'name')) continue;
      yield {
        range: job.idRange,
        key: `${job.id}/name`,
        message: {
          what: `The job ${quote(job.id)} has no name.`,
          why: 'Its check on a pull request is called by its id, which is written for the file, not for people.',
          remedy: `Give it a ${quote('name')}; where a ruleset requires the check, change it there too.`,
        },
      };
    }
  },
};
