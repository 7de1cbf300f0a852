import type { PythonFunction, PythonImport } from '../../documents/python.ts';
import type { Edit, Fix, Observation, Range, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type KubeflowComponent, kubeflowComponents } from './kfp/components.ts';
import { importLine } from './kfp/import-line.ts';
import { isTestPath, type PythonSource, type PythonUnit, pythonUnits } from './seeds/python-unit.ts';

/** What the executor puts beside the function, and the types that kfp reads from the signature. */
const PROVIDED = /^(kfp|typing|google_cloud_pipeline_components|google\.cloud\.aiplatform)(\.|$)/;

export const kfpComponentOuterName: Rule<PythonSource> = {
  id: 'kfp-component-outer-name',
  kinds: ['python', 'notebook'],
  title: 'A component uses a name from outside its function',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    if (isTestPath(document.path)) return;
    const units = pythonUnits(document);
    const known = moduleNames(units);
    for (const unit of units) {
      for (const { definition } of kubeflowComponents(unit).filter(isLightweight)) {
        const outer = definition.freeNames.filter(({ name }) => known.has(name));
        if (outer.length > 0) yield problem(definition, outer, unit, known);
      }
    }
  },
};

/** With `target_image` the module itself is built into an image. */
function isLightweight({ decorator }: KubeflowComponent): boolean {
  return !decorator?.args.some(({ name }) => /^(target_image|additional_funcs)$/.test(name ?? ''));
}

type Known = ReadonlyMap<string, PythonImport | 'other'>;

/** Names that the module's top level binds. */
function moduleNames(units: readonly PythonUnit[]): Known {
  const names = new Map<string, PythonImport | 'other'>();
  for (const { view } of units) {
    for (const one of view.imports) {
      if (one.functionName === '' && !PROVIDED.test(one.name)) names.set(one.alias, one);
    }
    const own = [
      ...view.assignments.filter(({ functionName }) => functionName === ''),
      ...view.functions,
      ...view.classes,
    ];
    for (const { name } of own) if (/^\w+$/.test(name)) names.set(name, 'other');
  }
  return names;
}

function problem(
  { name, bodyRange }: PythonFunction,
  outer: PythonFunction['freeNames'],
  unit: PythonUnit,
  known: Known,
): Observation {
  const [first] = outer;
  const fix = moveImports(bodyRange, outer, unit, known);
  return {
    range: unit.toFileRange(first?.range ?? bodyRange),
    key: name,
    message: {
      what: `The component ${quote(name)} uses ${quoteAll(outer.map((one) => one.name))}, which ${outer.length > 1 ? 'are' : 'is'} defined outside the function.`,
      why: 'Only the text of the function is shipped to the cluster, so the step fails there with a NameError, after everything before it has run.',
      remedy: 'Import inside the function, and pass values as parameters.',
    },
    ...(fix ? { fix } : {}),
  };
}

/** Only where all of them are imports, and the body begins on a line of its own. */
function moveImports(body: Range, outer: PythonFunction['freeNames'], unit: PythonUnit, known: Known): Fix | undefined {
  const lines = outer.map(({ name }) => {
    const one = known.get(name);
    return one && one !== 'other' ? importLine(one, unit.source) : undefined;
  });
  const lineStart = unit.source.lastIndexOf('\n', body.start - 1) + 1;
  const indent = unit.source.slice(lineStart, body.start);
  if (unit.isCell || lines.includes(undefined) || !/^[ \t]+$/.test(indent)) return undefined;
  const start = afterDocstring(body, unit.source);
  const text = lines.map((line) => `${line}\n${indent}`).join('');
  const edit: Edit = { range: { start, end: start }, text };
  return { title: 'Import inside the component', safety: 'review', edits: [edit] };
}

function afterDocstring({ start, end }: Range, source: string): number {
  const text = /^[rR]?("""[\s\S]*?"""|'''[\s\S]*?''')[ \t]*\r?\n\s*/.exec(source.slice(start, end))?.[0];
  return start + (text?.length ?? 0);
}
