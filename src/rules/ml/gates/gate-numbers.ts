import type { ParamsDocument } from '../../../documents/params.ts';
import type { PythonComparison, PythonExpression, PythonView } from '../../../documents/python.ts';
import { at, scalarAt } from '../../../documents/yaml/yaml-node.ts';
import type { Document, Range } from '../../../types.ts';
import { isTestPath, pythonUnits } from '../seeds/python-unit.ts';
import { type GateName, gateName } from './gate-name.ts';
import { metricDirection, wordsOf } from './metric-directions.ts';

/** A number that a model has to meet. */
export interface GateNumber {
  /** The same on both sides of a change. */
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** In the file. */
  readonly range: Range;
  readonly gate: GateName;
}

/** The gates of a parameters file or of Python code. */
export function gateNumbers(document: Document): readonly GateNumber[] {
  if (document.kind === 'params') return inParams(document as ParamsDocument);
  if (isTestPath(document.path)) return [];
  return pythonUnits(document).flatMap(({ view, source, toFileRange }) =>
    inPython(view, source).map((one) => ({ ...one, range: toFileRange(one.range) })),
  );
}

function inParams(document: ParamsDocument): readonly GateNumber[] {
  return document.view.params.flatMap(({ key, scalar }) => {
    if (typeof scalar.value !== 'number') return [];
    const path = named(document, key.split('.'));
    const gate = gateName(path);
    return gate
      ? [{ key: path.join('.'), label: key, value: scalar.value, text: scalar.text, range: scalar.range, gate }]
      : [];
  });
}

/** `criteria.0.threshold` beside `metric: rmse` is `criteria.rmse.threshold`. */
function named(document: ParamsDocument, path: readonly string[]): readonly string[] {
  return path.map((part, i) => {
    if (!/^\d+$/.test(part)) return part;
    const item = at(document.view.root, ...path.slice(0, i).map(toStep), Number(part));
    return scalarAt(item, 'metric')?.text ?? scalarAt(item, 'name')?.text ?? part;
  });
}

function toStep(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

function inPython(view: PythonView, source: string): readonly GateNumber[] {
  return [
    ...view.comparisons.flatMap((one) => ofComparison(one)),
    ...view.assignments
      .filter(({ unpacked, augmented }) => !unpacked && !augmented)
      .flatMap(({ name, value, functionName }) => ofName(`${functionName}/${name}`, name, value, source)),
    ...view.functions.flatMap((one) =>
      one.parameters.flatMap(({ name, default: value }) =>
        value ? ofName(`${one.name}(${name})`, name, value, source) : [],
      ),
    ),
    ...view.calls.flatMap((call) =>
      call.args.flatMap(({ name, value }) =>
        name === undefined
          ? []
          : ofName(
              `${call.functionName}/${call.callee}#${call.ordinal}/${name}`,
              optionOf(call.args[0]?.value, name),
              value,
              source,
            ),
      ),
    ),
  ];
}

/** `add_argument("--min-auc", default=0.8)` is named by its option. */
function optionOf(first: PythonExpression | undefined, name: string): string {
  return name === 'default' && typeof first?.value === 'string' && first.value.startsWith('-') ? first.value : name;
}

function ofName(key: string, name: string, value: PythonExpression, source: string): readonly GateNumber[] {
  if (typeof value.value !== 'number' || !isNumeral(source.slice(value.range.start, value.range.end))) return [];
  const gate = gateName([name.slice(name.lastIndexOf('.') + 1)]);
  if (gate?.better === undefined || gate.better === 'unknown') return [];
  return [{ key, label: name, value: value.value, text: value.text, range: value.range, gate }];
}

/** `if auc < 0.8: raise`, `assert report["rmse"] <= 2.5`: what is compared must be a metric that we know. */
function ofComparison({ left, right, operator, guards, functionName }: PythonComparison): readonly GateNumber[] {
  if (guards === 'none' || !/^[<>]=?$/.test(operator)) return [];
  const number = [left, right].find((one) => typeof one.value === 'number' && isNumeral(one.text));
  const measured = number === left ? right : left;
  if (!number || typeof number.value !== 'number') return [];
  const better = metricDirection(lastName(measured.text));
  if (!better) return [];
  const gate = { better, sure: true };
  const key = `${functionName}/${guards} ${measured.text}`;
  return [{ key, label: measured.text, value: number.value, text: number.text, range: number.range, gate }];
}

/** The words of the innermost name: of `metrics["val_auc"]`, `report.auc`, `max(auc)`. */
function lastName(text: string): readonly string[] {
  const names = text.match(/[A-Za-z_]\w*/g) ?? [];
  return wordsOf(names.at(-1) ?? '');
}

function isNumeral(text: string): boolean {
  return /^-?[\d._]+(e-?\d+)?$/i.test(text);
}
