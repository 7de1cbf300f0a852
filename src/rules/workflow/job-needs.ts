import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { closestName } from './jobs/closest-name.ts';
import { needsCycles } from './jobs/needs-cycles.ts';

export const jobNeeds: Rule<WorkflowDocument> = {
  id: 'job-needs',
  kinds: ['workflow'],
  title: 'Jobs wait for something that never comes',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    actionlint: ['job-needs'],
    languageservices: ['needs-unknown', 'needs-no-start'],
    'action-validator': ['job-dependency'],
    sisakulint: ['job-needs'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { jobs, root } = document.view;
    if (jobs.length === 0) {
      const entry = entryOf(root, 'jobs');
      if (entry && document.problems.length === 0) yield empty(entry.key);
      return;
    }
    const ids = new Map(jobs.map((job) => [job.id.toLowerCase(), job.id]));
    const names = [...ids.values()];
    for (const job of jobs) {
      const seen = new Set<string>();
      for (const need of job.needs) {
        const name = need.text.toLowerCase();
        if (need.text.includes('${{') || need.value === null) continue;
        if (!ids.has(name)) yield unknown(job, need, names);
        else if (seen.has(name)) yield twice(job, need);
        seen.add(name);
      }
    }
    for (const cycle of needsCycles(jobs)) yield circular(cycle, jobs);
  },
};

function empty(key: YamlScalar): Observation {
  return {
    range: key.range,
    key: 'empty',
    message: {
      what: 'There are no jobs.',
      why: 'GitHub refuses a workflow without a job, on every event it is meant for.',
      remedy: 'Add a job, or delete the file.',
    },
  };
}

function unknown(job: Job, need: YamlScalar, ids: readonly string[]): Observation {
  const others = ids.filter((id) => id !== job.id);
  const meant = closestName(need.text, others);
  return {
    range: need.range,
    key: `${job.id}/${need.text}`,
    message: {
      what: `${quote(job.id)} needs ${quote(need.text)}, and there is no such job.`,
      why: 'GitHub refuses the whole workflow: none of its jobs run.',
      remedy: meant
        ? `Did you mean ${quote(meant)}?`
        : others.length > 0
          ? `The other jobs are ${quoteAll(others)}.`
          : `Drop it: ${quote(job.id)} is the only job.`,
    },
    ...(meant
      ? { fix: { title: `Need ${meant}`, safety: 'review', edits: [{ range: need.contentRange, text: meant }] } }
      : {}),
  };
}

function twice(job: Job, need: YamlScalar): Observation {
  return {
    range: need.range,
    key: `${job.id}/${need.text.toLowerCase()}/twice`,
    severity: 'low',
    message: {
      what: `${quote(job.id)} needs ${quote(need.text)} twice.`,
      why: 'The ids of jobs are the same in capitals and small letters, so another job may have been meant.',
      remedy: 'Drop one, or name the job that was meant.',
    },
  };
}

function circular(cycle: readonly Job[], jobs: readonly Job[]): Observation {
  const [first] = cycle;
  const path = [...cycle, first].flatMap((job) => job?.id ?? []);
  const start = jobs.some((job) => job.needs.length === 0);
  return {
    range: first?.idRange ?? { start: 0, end: 0 },
    key: `cycle/${[...cycle.map(({ id }) => id)].sort().join(',')}`,
    message: {
      what: `The jobs wait for each other: ${path.map((id) => quote(id)).join(' needs ')}.`,
      why: `GitHub refuses the whole workflow: none of its jobs run${start ? '' : ', and there is none to start with'}.`,
      remedy: 'Take out the dependency that is wrong.',
    },
  };
}
