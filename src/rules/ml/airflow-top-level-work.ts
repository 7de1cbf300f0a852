import type { PythonCall, PythonView } from '../../documents/python.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { dagFunctions, isDagFile, operatorCalls, taskFunctions } from './airflow/dag-file.ts';
import { callKey, type PlacedCall } from './calls/placed-calls.ts';
import { isTestModule, type PythonSource, type PythonUnit, pythonUnits } from './seeds/python-unit.ts';

/** Calls that leave the process: to the metadata database, the network, a file store. */
const WORK =
  /^airflow\.(models(\.variable)?|sdk)\.Variable\.get$|^airflow\.(hooks\.base(_hook)?\.BaseHook|models(\.connection)?\.Connection|sdk\.Connection|sdk\.BaseHook)\.(get_connection|get_connections|get_hook|get)$|^(requests|httpx)\.(get|post|put|delete|request)$|^urllib\.request\.(urlopen|urlretrieve)$|^pandas\.read_(sql\w*|csv|parquet|json|excel|feather|gbq|pickle)$|^(psycopg2?|pymysql|MySQLdb|snowflake\.connector|pyodbc)\.connect$|^mlflow\.(search_runs|search_experiments|get_run|pyfunc\.load_model|\w+\.load_model)$|^joblib\.load$/;
/** Clients whose every method goes out. */
const CLIENT =
  /^boto3\.(client|resource)$|^mlflow\.(tracking\.)?MlflowClient$|^google\.cloud\.(storage|bigquery)\.Client$/;

export const airflowTopLevelWork: Rule<PythonSource> = {
  id: 'airflow-top-level-work',
  kinds: ['python'],
  title: 'Work is done while the DAG file is read',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: { ruff: ['AIR003'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestModule(document.path)) return;
    for (const unit of pythonUnits(document)) {
      const { view } = unit;
      if (!isDagFile(view) && operatorCalls(view).length + taskFunctions(view).length === 0) continue;
      const atReading = functionsAtReading(unit);
      for (const call of view.calls) {
        const works = WORK.test(call.resolved) || CLIENT.test(call.receiver ?? '');
        if (works && atReading.has(call.functionName) && !isMain(call, unit)) yield problem({ call, unit });
      }
    }
  },
};

/** The module itself, what builds a DAG, and the functions they call by name. */
function functionsAtReading(unit: PythonUnit): ReadonlySet<string> {
  const { view } = unit;
  const reached = new Set(['', ...dagFunctions(view).map(({ name }) => name)]);
  const plain = new Set(view.functions.filter(({ decorators }) => decorators.length === 0).map(({ name }) => name));
  for (const name of reached) {
    for (const { functionName, callee } of callsIn(view, name, unit)) {
      const scoped = functionName === '' ? callee : `${functionName}.${callee}`;
      const target = plain.has(scoped) ? scoped : callee;
      if (plain.has(target)) reached.add(target);
    }
  }
  return reached;
}

function callsIn(view: PythonView, name: string, unit: PythonUnit): readonly PythonCall[] {
  return view.calls.filter((call) => call.functionName === name && !isMain(call, unit));
}

/** Below `if __name__ == "__main__":`, which the scheduler does not run. */
function isMain({ functionName, statementRange }: PythonCall, { source }: PythonUnit): boolean {
  if (functionName !== '') return false;
  const main = source.search(/^if\s+__name__\s*==/m);
  const lineStart = source.lastIndexOf('\n', statementRange.start - 1) + 1;
  return main >= 0 && statementRange.start > main && lineStart < statementRange.start;
}

function problem({ call, unit }: PlacedCall): Observation {
  const where =
    call.functionName === '' ? 'at the top level' : `in ${quote(call.functionName)}, which runs at the top level`;
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(call.callee)} is called ${where} of a DAG file.`,
      why: 'The scheduler reads the file again and again, so this runs all day, and when it is slow or fails every DAG of the file is gone.',
      remedy: /Variable\.get$/.test(call.resolved)
        ? `Read it inside the task, or in a template as ${quote('{{ var.value.name }}')}.`
        : 'Move it into the task that needs it.',
    },
  };
}
