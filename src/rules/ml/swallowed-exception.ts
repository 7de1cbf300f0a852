import type { PythonHandler } from '../../documents/python.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isTestPath, type PythonSource, type PythonUnit, pythonUnits } from './seeds/python-unit.ts';
import { stepFunctions } from './steps/step-functions.ts';

const WORK =
  /^(main|run|train\w*|fit\w*|evaluate\w*|validate\w*|predict\w*|preprocess\w*|prepare\w*|extract\w*|transform\w*|load_(data|rows|model)\w*|ingest\w*|register\w*|deploy\w*)$/;
/** What may fail without harm: cleaning up, pictures, optional settings. */
const OPTIONAL =
  /\b(close|cleanup|clean_up|unlink|remove|rmtree|rmdir|shutdown|terminate|kill|finish|end_run|empty_cache|makedirs|plt|sns|savefig|display|set_start_method|set_float32_matmul_precision|memory_stats|import)\b/;

export const swallowedException: Rule<PythonSource> = {
  id: 'swallowed-exception',
  kinds: ['python'],
  title: 'A step hides its failure',
  severity: 'medium',
  confidence: 'heuristic',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestPath(document.path)) return;
    for (const unit of pythonUnits(document)) {
      const steps = new Set(stepFunctions(unit.view).map(({ name }) => name));
      for (const handler of unit.view.handlers) {
        const name = handler.functionName.slice(handler.functionName.lastIndexOf('.') + 1);
        const isStep = steps.has(handler.functionName) || WORK.test(name);
        if (isStep && catchesAll(handler) && hides(handler, unit) && !isOptional(handler, unit))
          yield problem(handler, unit);
      }
    }
  },
};

function catchesAll({ caught }: PythonHandler): boolean {
  return caught.length === 0 || caught.some(({ resolved }) => /^(builtins\.)?(Base)?Exception$/.test(resolved ?? ''));
}

/** Nothing but passing, printing, logging, and returning nothing. */
function hides({ statements }: PythonHandler, unit: PythonUnit): boolean {
  return statements.every(({ kind, range }) => {
    const text = unit.source.slice(range.start, range.end);
    if (kind === 'call')
      return /^(print|traceback\.print_exc|(\w+\.)*(log|logger|logging|_logger|_log)\.\w+|warnings\.warn)\(/.test(text);
    if (kind === 'return') return /^return(\s+(None|False|\{\}|\[\]|""|''))?$/.test(text.trim());
    return kind === 'pass' || kind === 'continue' || kind === 'text';
  });
}

function isOptional({ tryRange }: PythonHandler, unit: PythonUnit): boolean {
  return OPTIONAL.test(unit.source.slice(tryRange.start, tryRange.end));
}

function problem(handler: PythonHandler, unit: PythonUnit): Observation {
  const { range, functionName } = handler;
  const text = unit.source.slice(range.start, range.end);
  return {
    range: unit.toFileRange(range),
    key: functionName,
    message: {
      what: `${quote(functionName)} goes on after ${quote(text.replace(/:$/, ''))}, whatever went wrong.`,
      why: 'The step ends green with missing or old results, and what comes after it trains, registers or serves them.',
      remedy: `Catch what you expect, by name; log the rest and ${quote('raise')} it.`,
    },
  };
}
