import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isSlip } from './jobs/is-slip.ts';
import { HOSTED_LABELS, LEAVING_LABELS, RETIRED_LABELS } from './runners/hosted-labels.ts';
import { type RunnerLabels, runnerLabels } from './runners/runner-labels.ts';
import { systemOf } from './runners/runner-system.ts';

export const runnerLabel: Rule<WorkflowDocument> = {
  id: 'runner-label',
  kinds: ['workflow'],
  title: 'No runner has the labels that a job asks for',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['runner-label'], octoscan: ['runner-label'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const seen = new Set<YamlScalar>();
    for (const job of view.jobs) {
      const labels = runnerLabels(job);
      yield* conflict(job, labels);
      for (const label of labels.own ? [] : labels.items.flat()) {
        const meant = seen.has(label) ? undefined : meantLabel(label.text);
        seen.add(label);
        if (meant) yield mistyped(job, label, meant);
      }
    }
  },
};

const WAITS = 'The job waits for a runner until it is cancelled after a day, and whatever needs it never starts.';

/**
 * The hosted label that a mistyped one stands for. A label may be anybody's own, so only what nobody would choose counts:
 * a mistake in the name of the system or in the word `latest`.
 */
function meantLabel(text: string): string | undefined {
  const name = text.toLowerCase();
  if (HOSTED_LABELS.has(name) || name in RETIRED_LABELS || name in LEAVING_LABELS) return undefined;
  const latest = [...HOSTED_LABELS].find((label) => /^[a-z]+-latest$/.test(label) && isSlip(name, label));
  if (latest) return latest;
  const [system = '', ...rest] = name.split('-');
  const meant = ['ubuntu', 'windows', 'macos'].find((one) => one !== system && isSlip(system, one));
  const label = meant && [meant, ...rest].join('-');
  return label !== undefined && HOSTED_LABELS.has(label) ? label : undefined;
}

function mistyped(job: Job, label: YamlScalar, meant: string): Observation {
  return {
    range: label.range,
    key: `${job.id}/${label.text}`,
    message: {
      what: `No runner of GitHub's has the label ${quote(label.text)}.`,
      why: WAITS,
      remedy: `Write ${quote(meant)}.`,
    },
    fix: { title: `Run on ${meant}`, safety: 'review', edits: [{ range: label.contentRange, text: meant }] },
  };
}

/** A runner has one system, and must have every label of the list. */
function* conflict(job: Job, { items, own }: RunnerLabels): Generator<Observation> {
  const fixed = items.flatMap((item) => (item.length === 1 ? item : []));
  for (const label of fixed) {
    const other = fixed.find((one) => one !== label && differs(one.text, label.text, own));
    if (other && fixed.indexOf(other) < fixed.indexOf(label)) yield impossible(job, label, other.text);
  }
  for (const label of items.flatMap((item) => (item.length > 1 ? item : []))) {
    const other = fixed.find((one) => differs(one.text, label.text, own));
    if (other) yield impossible(job, label, other.text);
  }
}

function differs(one: string, other: string, own: boolean): boolean {
  const [a, b] = [systemOf(one, own), systemOf(other, own)];
  return a !== undefined && b !== undefined && a !== b;
}

function impossible(job: Job, label: YamlScalar, other: string): Observation {
  return {
    range: label.range,
    key: `${job.id}/${label.text}/${other}`,
    message: {
      what: `${quote(job.id)} asks for one runner that is both ${quote(other)} and ${quote(label.text)}.`,
      why: `A runner must have every label of the list. ${WAITS}`,
      remedy: 'Ask for one of them, or make a matrix of them.',
    },
  };
}
