import type { PythonDocument } from '../../../documents/python.ts';
import type { MlPipeline } from '../../../subjects/ml-pipeline.ts';
import type { ProjectSide, Range } from '../../../types.ts';
import { isTestPath, pythonUnits } from '../seeds/python-unit.ts';
import { stepFunctions, usesOrchestrator } from './step-functions.ts';

/** One step of a pipeline: a stage, an entry point, a task of an orchestrator. */
export interface PipelineStep {
  readonly pipeline: string;
  readonly name: string;
  /** What it runs: a command, a callable. */
  readonly runs: string;
  readonly path: string;
  readonly range: Range;
  readonly validates: boolean;
}

const VALIDATES =
  /(^|[._\s/-])(validat\w*|expectations?|data_?quality|quality_?(check|gate)s?|check_(data|schema|quality|model|metrics|drift)\w*|schema_check|drift\w*|evaluat\w*|great_?expectations|pandera|deepchecks|model_?(test|gate|check)\w*|backtest\w*|bias_check|fairness\w*)([._\s/-]|$)/i;
const VALIDATING_OPERATOR = /(GreatExpectations\w*|SQL\w*Check|DataQuality\w*|Soda\w*)Operator$/;

/** The steps of all pipelines of a side. */
export function pipelineSteps(side: ProjectSide): readonly PipelineStep[] {
  const stages = side.subjects
    .filter(({ type }) => type === 'pipeline')
    .flatMap(({ value }) => stepsOf(value as MlPipeline));
  const tasks = [...side.documents.values()].flatMap((document) =>
    document.kind === 'python' && !isTestPath(document.path) ? pythonSteps(document as PythonDocument) : [],
  );
  return [...stages, ...tasks];
}

function stepsOf({ definition, nodes }: MlPipeline): readonly PipelineStep[] {
  return nodes.map(({ name, nameRange, command }) => ({
    pipeline: definition.path,
    name,
    runs: command,
    path: definition.path,
    range: nameRange,
    validates: VALIDATES.test(name) || VALIDATES.test(command),
  }));
}

/** Operators by their id, and step functions that something calls. */
function pythonSteps(document: PythonDocument): readonly PipelineStep[] {
  return pythonUnits(document)
    .filter(({ view }) => usesOrchestrator(view))
    .flatMap(({ view }) => {
      const place = { pipeline: document.path, path: document.path };
      const operators = view.calls.flatMap((call) => {
        const id = call.args.find(({ name }) => name === 'task_id')?.value.value;
        if (typeof id !== 'string') return [];
        const runs = call.args.find(({ name }) => name === 'python_callable')?.value.text ?? call.callee;
        const validates = VALIDATES.test(id) || VALIDATES.test(runs) || VALIDATING_OPERATOR.test(call.resolved);
        return [{ ...place, name: id, runs, range: call.range, validates }];
      });
      const names = new Set(stepFunctions(view).map(({ name }) => name));
      const called = new Map(
        view.calls
          .map((call) => ({ call, name: nameOf(call.callee, call.functionName, names) }))
          .filter(({ name }) => name !== undefined)
          .map(({ call, name = '' }) => [
            name,
            { ...place, name, runs: name, range: call.range, validates: VALIDATES.test(name) },
          ]),
      );
      return [...operators, ...called.values()];
    });
}

/** A step is called by its name, as `check`, `check.submit` or `check.override(...)`. */
function nameOf(callee: string, functionName: string, names: ReadonlySet<string>): string | undefined {
  const first = callee.replace(/\(\).*$|\.(submit|map|delay|override|partial|expand|with_options).*$/, '');
  return [`${functionName}.${first}`, first].find((name) => names.has(name));
}
