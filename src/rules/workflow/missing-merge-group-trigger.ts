import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { siblingsOf } from './callers/siblings-of.ts';
import { gateOfName } from './gates/gate-signs.ts';

export const missingMergeGroupTrigger: Rule<WorkflowDocument> = {
  id: 'missing-merge-group-trigger',
  kinds: ['workflow'],
  title: 'A check does not run in the merge queue',
  severity: 'medium',
  confidence: 'heuristic',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (!pullTrigger(document)) return;
    yield { glob: '.github/workflows/*.yml' };
    yield { glob: '.github/workflows/*.yaml' };
  },

  *check(document, context) {
    const trigger = pullTrigger(document);
    if (!trigger || triggersOf(document).includes('merge_group') || isFiltered(trigger) || !isGate(document)) return;
    const queued = siblingsOf(document, context).find((other) => triggersOf(other).includes('merge_group'));
    if (queued) yield problem(trigger, queued);
  },
};

function triggersOf({ view }: WorkflowDocument): readonly string[] {
  return view.triggers.map(({ event }) => event);
}

function pullTrigger({ view }: WorkflowDocument): Trigger | undefined {
  return view.triggers.find(({ event }) => event === 'pull_request');
}

/** A check that some pull requests do not get cannot be required. */
function isFiltered({ config }: Trigger): boolean {
  return ['paths', 'paths-ignore', 'types'].some((key) => entryOf(config, key) !== undefined);
}

function isGate({ view }: WorkflowDocument): boolean {
  return view.jobs.some(({ id, name }) => ['test', 'scan', 'validation'].includes(gateOfName(name ?? id) ?? ''));
}

function problem(trigger: Trigger, queued: WorkflowDocument): Observation {
  return {
    range: trigger.range,
    key: 'on/merge_group',
    message: {
      what: `${quote(queued.path)} runs in the merge queue (${quote('merge_group')}), and this workflow does not.`,
      why: 'If one of its checks is required, the queue waits for it until it gives up; if none is, what is merged together was never tested together.',
      remedy: 'Add `merge_group:` to `on`.',
    },
  };
}
