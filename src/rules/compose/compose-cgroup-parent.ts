import type { ComposeDocument } from '../../documents/compose.ts';
import { entryOf, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const composeCgroupParent: Rule<ComposeDocument> = {
  id: 'compose-cgroup-parent',
  kinds: ['compose'],
  title: 'Service runs in a group of limits that stands elsewhere',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { kics: ['4d9f44c6-2f4a-4317-9bb5-267adbea0232', 'cgroup_not_default'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { name, node } of view.services) {
      const entry = entryOf(node, 'cgroup_parent');
      const parent = textAt(entry?.value);
      if (!entry || !parent) continue;
      yield {
        range: entry.range,
        key: name,
        message: {
          what: `The service ${quote(name)} is put into the control group ${quote(parent)}.`,
          why: 'What it may use of the host is decided there, where nobody sees it, and shared with whatever else runs in the group.',
          remedy: 'Drop it, and set the limits here: `mem_limit`, `cpus` and `pids_limit`.',
        },
      };
    }
  },
};
