import type { KubeflowExecutor } from '../../documents/kubeflow/executor.ts';
import type { KubeflowTask } from '../../documents/kubeflow/task.ts';
import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import { at, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const kfpCachedClock: Rule<KubeflowDocument> = {
  id: 'kfp-cached-clock',
  kinds: ['kubeflow'],
  title: 'A step that selects data by the clock is cached',
  severity: 'high',
  confidence: 'heuristic',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const clocks = new Map(view.executors.map((executor) => [executor.name, clockOf(executor)]));
    for (const task of view.tasks) {
      const clock = task.cached && !dependsOnTheRun(task) ? clocks.get(task.executor ?? '') : undefined;
      if (clock === undefined) continue;
      yield {
        range: at(task.node, 'cachingOptions', 'enableCache')?.range ?? task.nameRange,
        key: task.key,
        message: {
          what: `The task ${quote(task.name)} is cached, and its program reads the clock with ${quote(clock)} to choose its data.`,
          why: 'Its inputs are the same in every run, so from the second run on it returns the rows of the first: the model is trained on old data, and every run is green.',
          remedy: `Pass the date as a parameter of the run, or call ${quote('set_caching_options(False)')} on the task and compile again.`,
        },
      };
    }
  },
};

/** Something goes in that a run may set or another task makes: then the cache is asked for that value. */
function dependsOnTheRun({ node }: KubeflowTask): boolean {
  const parameters = mapAt(node, 'inputs', 'parameters')?.entries ?? [];
  const artifacts = mapAt(node, 'inputs', 'artifacts')?.entries ?? [];
  return artifacts.length > 0 || parameters.some(({ value }) => !at(value, 'runtimeValue', 'constant'));
}

const SQL_CLOCK = /\b(current_date|current_timestamp|getdate\(\)|now\(\)|sysdate)/i;
const PYTHON_CLOCK = /\b((?:date|datetime|Timestamp)\.(?:today|now|utcnow)) ?\(/;

/** The call that reads the clock, where what it gives reaches into a query or is counted back from. */
function clockOf({ words }: KubeflowExecutor): string | undefined {
  for (const { text } of words) {
    const sql = /\bselect\b/i.test(text) ? SQL_CLOCK.exec(text)?.[1] : undefined;
    const python = /\b(timedelta|DateOffset|relativedelta)\(/.test(text) ? PYTHON_CLOCK.exec(text)?.[1] : undefined;
    if (sql ?? python) return sql ?? python;
  }
  return undefined;
}
