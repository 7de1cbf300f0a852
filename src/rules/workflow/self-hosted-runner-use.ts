import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { selfHostedLabel } from './runners/self-hosted-label.ts';

export const selfHostedRunnerUse: Rule<WorkflowDocument> = {
  id: 'self-hosted-runner-use',
  kinds: ['workflow'],
  title: 'Job runs on a machine of your own',
  severity: 'info',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { zizmor: ['self-hosted-runner'], octoscan: ['runner-label'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    // For pull requests `self-hosted-runner-on-pr` says more.
    const open = view.triggers.some(({ event }) => /^pull_request(_target)?$/.test(event));
    for (const job of view.jobs) {
      const label = open ? undefined : selfHostedLabel(job);
      const what = label ? `on ${quote(label)}` : inGroup(job);
      if (!what || !job.runsOn) continue;
      yield {
        range: entryOf(job.node, 'runs-on')?.range ?? job.runsOn.range,
        key: `${job.id}/runs-on`,
        message: {
          what: `${quote(job.id)} runs ${what}.`,
          why: 'A machine that is kept between jobs keeps what they leave: files, credentials, processes; and it stands in your network.',
          remedy:
            'Start a new one for each job, and let only repositories use it whose authors may reach that network.',
        },
      };
    }
  },
};

/** A group may also hold larger machines of GitHub; the file does not tell. */
function inGroup({ runsOn }: Job): string | undefined {
  const group = runsOn?.type === 'map' ? textAt(runsOn, 'group') : undefined;
  return group && `in the runner group ${quote(group)}`;
}
