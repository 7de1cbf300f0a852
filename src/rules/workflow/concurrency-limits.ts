import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import { at, entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isDeployJob } from './gates/deploy-signs.ts';
import { isPublishing } from './publishing/is-publishing.ts';

export const concurrencyLimits: Rule<WorkflowDocument> = {
  id: 'concurrency-limits',
  kinds: ['workflow'],
  title: 'Runs that a newer push makes pointless go on',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'performance',
  aliases: { zizmor: ['concurrency-limits'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const trigger = view.triggers.find(isSuperseded);
    const { jobs } = view;
    // To end a deployment half way is worse than to wait for it.
    if (!trigger || jobs.length === 0 || jobs.some((job) => job.environment || isDeployJob(job) || isPublishing(job)))
      return;
    const limit = entryOf(view.root, 'concurrency');
    if (!limit && jobs.some((job) => job.uses || entryOf(job.node, 'concurrency'))) return;
    if (limit && (limit.value.type !== 'map' ? false : entryOf(limit.value, 'cancel-in-progress'))) return;
    yield {
      range: (limit ?? entryOf(view.root, 'on'))?.range ?? trigger.range,
      key: 'concurrency',
      message: {
        what: limit
          ? `${quote('concurrency')} does not say what becomes of a run in progress.`
          : `Nothing limits the runs for one ${quote(trigger.event)}.`,
        why: limit
          ? 'Without a word it waits for its end, so the newest commit waits for the result of one that nobody needs any more.'
          : 'Each push starts one more; those for older commits go on and keep runners busy.',
        remedy: `Set ${quote('concurrency')} with a ${quote('group')} of workflow and ref, and ${quote('cancel-in-progress: true')}.`,
      },
    };
  },
};

/** Whether a newer run of the event makes the older ones pointless: pull requests, and pushes to branches of work. */
function isSuperseded({ event, config }: Trigger): boolean {
  if (event === 'pull_request' || event === 'pull_request_target') return true;
  return event === 'push' && !['branches', 'branches-ignore', 'tags', 'tags-ignore'].some((key) => at(config, key));
}
