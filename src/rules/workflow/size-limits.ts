import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { itemsOf, readMatrix, type StaticMatrix } from './matrix/read-matrix.ts';

// https://docs.github.com/en/actions/reference/limits, read in November 2026.
const MAX_BYTES = 500 * 1024;
const MAX_JOBS = 256;
/** What the runner's own template reader takes; it is written nowhere else. */
const MAX_DEPTH = 50;

export const sizeLimits: Rule<WorkflowDocument> = {
  id: 'size-limits',
  kinds: ['workflow'],
  title: 'Workflow is larger than GitHub takes',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { languageservices: ['size-limit'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const { view, source } = document;
    const [first] = view.root.entries;
    if (!first) return;
    const bytes = source.length > MAX_BYTES / 4 ? Buffer.byteLength(source) : 0;
    if (bytes > MAX_BYTES) yield tooLong(first.key.range, bytes);
    for (const job of view.jobs) {
      const matrix = readMatrix(job);
      const jobs = matrix ? leastJobs(matrix) : 0;
      if (matrix && jobs > MAX_JOBS) yield tooManyJobs(job, matrix, jobs);
    }
    const deep = tooDeep(view.root, 1);
    if (deep) yield nested(deep);
  },
};

function tooLong(range: Observation['range'] & object, bytes: number): Observation {
  return {
    range,
    key: 'bytes',
    message: {
      what: `The file has ${Math.ceil(bytes / 1024)} KB; GitHub takes ${MAX_BYTES / 1024}.`,
      why: 'No run of it starts, on any event.',
      remedy: 'Move jobs to workflows that it calls, and scripts to files.',
    },
  };
}

/** The jobs that a matrix makes at least: as many as `exclude` can take out are gone, and `include` adds none. */
function leastJobs({ map, axes, whole }: StaticMatrix): number {
  if (!whole) return 0;
  const include = itemsOf(map, 'include')?.length ?? 0;
  if (axes.length === 0) return include;
  const all = axes.reduce((count, { values }) => count * values.items.length, 1);
  const excluded = itemsOf(map, 'exclude');
  if (!excluded) return 0;
  const gone = excluded.map((item) => {
    const named = item.type === 'map' ? item.entries.map(({ key }) => key.text.toLowerCase()) : [];
    const open = axes.filter(({ entry }) => !named.includes(entry.key.text.toLowerCase()));
    return open.reduce((count, { values }) => count * values.items.length, 1);
  });
  return all - gone.reduce((sum, count) => sum + count, 0);
}

function tooManyJobs(job: Job, { map }: StaticMatrix, jobs: number): Observation {
  return {
    range: map.entries[0]?.key.range ?? map.range,
    key: `${job.id}/matrix`,
    message: {
      what: `The matrix of ${quote(job.id)} makes ${jobs} jobs or more; ${MAX_JOBS} are the most.`,
      why: 'GitHub refuses the matrix: none of its jobs starts.',
      remedy: 'Leave combinations out, or divide it among several jobs.',
    },
  };
}

/** The first value that lies too deep. Parsing has bounded the depth. */
function tooDeep(node: YamlNode, depth: number): YamlNode | undefined {
  if (node.type === 'scalar') return undefined;
  if (depth > MAX_DEPTH) return node;
  if (node.type === 'list') {
    for (const item of node.items) {
      const found = tooDeep(item, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  for (const { value } of node.entries) {
    const found = tooDeep(value, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function nested({ range }: YamlNode): Observation {
  return {
    range: { start: range.start, end: range.start },
    key: 'depth',
    confidence: 'likely',
    message: {
      what: `Values are nested more than ${MAX_DEPTH} levels deep.`,
      why: 'GitHub stops reading there and refuses the file.',
      remedy: 'Write the value as JSON in one text, and read it with `fromJSON`.',
    },
  };
}
