import type { PythonExpression, PythonView } from '../../documents/python.ts';
import type { Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isTestPath, type PythonSource, pythonUnits } from './seeds/python-unit.ts';

export const modelUriLatest: Rule<PythonSource> = {
  id: 'model-uri-latest',
  kinds: ['python', 'notebook'],
  title: 'The newest registered model is taken, whatever it is',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestPath(document.path)) return;
    for (const { view, source, toFileRange } of pythonUnits(document)) {
      for (const { range, text, key } of [...addresses(view), ...lookups(view, source)]) {
        yield {
          range: toFileRange(range),
          key,
          message: {
            what: `${quote(text)} is the model that was registered last.`,
            why: 'A model goes live by being registered, evaluated or not, and a rollback here brings no old model back.',
            remedy: 'Name a version, or an alias that only your promotion step moves.',
          },
        };
      }
    }
  },
};

interface Found {
  readonly range: Range;
  readonly text: string;
  readonly key: string;
}

/** `models:/pears/latest` of MLflow, also with a name that is filled in; `pears:latest` of BentoML. */
function addresses(view: PythonView): readonly Found[] {
  const assigned = view.assignments.map(({ name, value, functionName }) => ({ value, key: `${functionName}/${name}` }));
  const passed = view.calls.flatMap(({ callee, functionName, args }) =>
    args.map(({ value }) => ({ value, key: `${functionName}/${callee}` })),
  );
  const defaults = view.functions.flatMap(({ name, parameters }) =>
    parameters.flatMap((one) => (one.default ? [{ value: one.default, key: `${name}(${one.name})` }] : [])),
  );
  const bento = view.calls
    .filter(({ resolved }) => /^bentoml\.(\w+\.)?(get|load_model|load_runner|import_model)$/.test(resolved))
    .flatMap(({ callee, functionName, args }) =>
      args.slice(0, 1).map(({ value }) => ({ value, key: `${functionName}/${callee}` })),
    )
    .filter(({ value }) => typeof value.value === 'string' && /^[\w.-]+:latest$/.test(value.value));
  return [...[...assigned, ...passed, ...defaults].filter(({ value }) => isLatest(value)), ...bento].map(
    ({ value, key }) => ({ range: value.range, text: value.text, key }),
  );
}

function isLatest({ kind, value, text }: PythonExpression): boolean {
  if (kind === 'literal' && typeof value === 'string') return /^models:\/{1,3}[^/]+\/latest$/i.test(value);
  return /^[fF](["'])models:\/\S+\/latest\1$/.test(text);
}

/** `client.get_latest_versions(name)[0]`, without a stage that a person sets. */
function lookups(view: PythonView, source: string): readonly Found[] {
  return view.calls
    .filter(({ callee, args }) => callee.endsWith('.get_latest_versions') && args.length === 1)
    .filter(({ range }) => /^\s*\[\s*-?\d/.test(source.slice(range.end)))
    .map(({ callee, functionName, range }) => ({
      range,
      text: source.slice(range.start, range.end),
      key: `${functionName}/${callee}`,
    }));
}
