import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';
import { isForDefaultBranch, writesCache } from './checkout/writes-cache.ts';

export const untrustedFilesCached: Rule<WorkflowDocument> = {
  id: 'untrusted-files-cached',
  kinds: ['workflow'],
  title: 'Files of a pull request are put into the cache of the default branch',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { codeql: ['actions/cache-poisoning/direct-cache'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call'))
      yield { glob: '.github/workflows/*' };
  },

  *check(document, context) {
    for (const { job, step, code, reached, runner } of outsideCheckouts(document, context)) {
      const cached = writesCache(job, step);
      // Where the code is run as well, that is the worse story, and is told.
      if (!cached?.uses || runner || reached.guard !== 'open' || code.ownRepository) continue;
      if (!isForDefaultBranch(reached.trigger)) continue;
      yield {
        range: cached.uses.node.range,
        key: `${job.id}/${cached.key}`,
        message: {
          what: `${quote(cached.uses.raw)} saves files of ${quote(code.named)} in a run that ${quote(triggerName(reached))} starts.`,
          why: 'The run belongs to the default branch: its builds and releases restore what the author of a pull request put there.',
          remedy:
            'Only restore here (`actions/cache/restore`), or cache in a workflow on `pull_request`, where a fork has a cache of its own.',
        },
        related: [{ path: document.path, side: document.side, range: code.range, message: 'The files come in here.' }],
      };
    }
  },
};
