import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { at, itemsAt, type YamlNode, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { LEAVING_LABELS, RETIRED_LABELS, type RetiredLabel } from './runners/hosted-labels.ts';
import { runnerLabels } from './runners/runner-labels.ts';

/** GitHub makes no more jobs of a matrix. */
const MAX_JOBS = 256;

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
      const axes = axesOf(job);
      for (const label of own ? [] : items.flat()) {
        if (seen.has(label)) continue;
        seen.add(label);
        const name = label.text.toLowerCase();
        if (Object.hasOwn(RETIRED_LABELS, name)) {
          const beside = others(axes.get(label) ?? [], label);
          yield gone(label, job.id, beside, RETIRED_LABELS[name]);
        } else if (Object.hasOwn(LEAVING_LABELS, name)) yield leaving(label, job.id, LEAVING_LABELS[name]);
      }
    }
  },
};

function gone(label: YamlScalar, job: string, beside: readonly string[], { since, instead } = NOBODY): Observation {
  const isThere = beside.includes(instead);
  return {
    range: label.range,
    key: `${job}/${label.text}`,
    message: {
      what: `GitHub has had no runner with the label ${quote(label.text)} since ${since}.`,
      why: 'The job waits for one until it is cancelled after a day, and whatever needs it never starts.',
      remedy: isThere
        ? `Leave it out: the list has ${quote(instead)}, which would take its place.`
        : `Take ${quote(instead)}, and look at what its image brings.`,
    },
    ...(isThere ? {} : { fix: replace(label, instead) }),
  };
}

function replace(label: YamlScalar, instead: string): Fix {
  return { title: `Run on ${instead}`, safety: 'review', edits: [{ range: label.contentRange, text: instead }] };
}

/** By value, the axis of the matrix that it stands in. */
function axesOf({ node }: Job): ReadonlyMap<YamlNode, readonly YamlNode[]> {
  const matrix = at(node, 'strategy', 'matrix');
  const lists = matrix?.type === 'map' ? matrix.entries.map(({ value }) => itemsAt(value)) : [];
  return new Map(lists.filter(({ length }) => length <= MAX_JOBS).flatMap((list) => list.map((item) => [item, list])));
}

/** The other labels of an axis, those above a label as they should be written. */
function others(axis: readonly YamlNode[], label: YamlScalar): readonly string[] {
  const index = axis.indexOf(label);
  return axis.flatMap((item, i) => {
    if (i === index || item.type !== 'scalar') return [];
    const name = item.text.toLowerCase();
    return (i < index && Object.hasOwn(RETIRED_LABELS, name) && RETIRED_LABELS[name]?.instead) || name;
  });
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
