import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { toValue, type YamlEntry, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type Axis, itemsOf, readMatrix, type StaticMatrix } from './matrix/read-matrix.ts';
import { fits, isComputed } from './matrix/same-value.ts';

export const matrixValues: Rule<WorkflowDocument> = {
  id: 'matrix-values',
  kinds: ['workflow'],
  title: 'Matrix repeats a value, or leaves out what is not in it',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['matrix'], languageservices: ['matrix'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const job of view.jobs) {
      const matrix = readMatrix(job);
      if (!matrix) continue;
      for (const axis of matrix.axes) yield* repeated(job, axis);
      if (matrix.whole) yield* excludedNothing(job, matrix);
    }
  },
};

function* repeated(job: Job, { entry, values }: Axis): Generator<Observation> {
  const seen = new Set<string>();
  for (const value of values.items) {
    if (isComputed(value) || (value.type === 'scalar' && value.value === null)) continue;
    const text = JSON.stringify(toValue(value));
    if (seen.has(text)) {
      yield {
        range: value.range,
        key: `${job.id}/${entry.key.text}/${text.slice(0, 80)}`,
        message: {
          what: `The axis ${quote(entry.key.text)} has the value ${quote(text)} twice.`,
          why: 'The same job runs twice, or one of the two was meant to be another value.',
          remedy: 'Take one out, or write the value that was meant.',
        },
      };
    }
    seen.add(text);
  }
}

function* excludedNothing(job: Job, { map, axes }: StaticMatrix): Generator<Observation> {
  for (const [i, item] of (itemsOf(map, 'exclude') ?? []).entries()) {
    if (item.type !== 'map') continue;
    for (const entry of item.entries) {
      const axis = axes.find(({ entry: { key } }) => key.text.toLowerCase() === entry.key.text.toLowerCase());
      if (entry.key.text.includes('${{')) continue;
      if (!axis) yield unknownAxis(job, entry, axes, i);
      else if (matchesNone(entry.value, axis)) yield unknownValue(job, entry, axis, i);
    }
  }
}

function matchesNone(pattern: YamlNode, { values }: Axis): boolean {
  if (isComputed(pattern) || values.items.some(isComputed)) return false;
  return !values.items.some((value) => fits(value, pattern));
}

function unknownAxis(job: Job, { key }: YamlEntry, axes: readonly Axis[], index: number): Observation {
  return {
    range: key.range,
    key: `${job.id}/exclude/${index}/${key.text}`,
    severity: 'high',
    message: {
      what: `${quote('exclude')} names ${quote(key.text)}, which is no axis of the matrix.`,
      why: 'GitHub cannot make the matrix: the job does not start.',
      remedy:
        axes.length > 0
          ? `Its axes are ${quoteAll(axes.map(({ entry }) => entry.key.text))}.`
          : 'There are no axes: take it out, or take the entry out of `include`.',
    },
  };
}

function unknownValue(job: Job, { key, value }: YamlEntry, { values }: Axis, index: number): Observation {
  return {
    range: value.range,
    key: `${job.id}/exclude/${index}/${key.text}`,
    message: {
      what: `No value of ${quote(key.text)} is ${quote(JSON.stringify(toValue(value)))}: this ${quote('exclude')} takes nothing out.`,
      why: 'A combination that was to be left out runs.',
      remedy: `Its values are ${quoteAll(values.items.map((item) => JSON.stringify(toValue(item))))}.`,
    },
  };
}
