import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { LEAVING_LABELS, RETIRED_LABELS, type RetiredLabel } from './runners/hosted-labels.ts';
import { runnerLabels } from './runners/runner-labels.ts';

export const retiredRunnerLabel: Rule<WorkflowDocument> = {
  id: 'retired-runner-label',
  kinds: ['workflow'],
  title: 'Job asks for a runner image that is gone',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: { actionlint: ['runner-label'], 'secure-repo': ['runnerlabel'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const seen = new Set<YamlScalar>();
    for (const job of view.jobs) {
      const { items, own } = runnerLabels(job);
      for (const label of own ? [] : items.flat()) {
        if (seen.has(label)) continue;
        seen.add(label);
        const name = label.text.toLowerCase();
        if (Object.hasOwn(RETIRED_LABELS, name)) yield gone(label, job.id, RETIRED_LABELS[name]);
        else if (Object.hasOwn(LEAVING_LABELS, name)) yield leaving(label, job.id, LEAVING_LABELS[name]);
      }
    }
  },
};

function gone(label: YamlScalar, job: string, { since, instead } = NOBODY): Observation {
  return {
    range: label.range,
    key: `${job}/${label.text}`,
    message: {
      what: `GitHub has had no runner with the label ${quote(label.text)} since ${since}.`,
      why: 'The job waits for one until it is cancelled after a day, and whatever needs it never starts.',
      remedy: `Take ${quote(instead)}, and look at what its image brings.`,
    },
    fix: { title: `Run on ${instead}`, safety: 'review', edits: [{ range: label.contentRange, text: instead }] },
  };
}

function leaving(label: YamlScalar, job: string, { since, instead } = NOBODY): Observation {
  return {
    range: label.range,
    key: `${job}/${label.text}`,
    severity: 'info',
    message: {
      what: `GitHub takes the image ${quote(label.text)} away on ${since}.`,
      why: 'On some days before it, jobs that ask for it are failed on purpose; after it, none starts.',
      remedy: `Try the job on ${quote(instead)} before that.`,
    },
  };
}

const NOBODY: RetiredLabel = { since: '', instead: '' };
