import type { PythonCall } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { perView } from '../../calls/per-view.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Row } from '../row.ts';

/** What `numpy.random` itself still has for old code (https://numpy.org/doc/stable/reference/random/legacy.html). */
const LEGACY =
  /^numpy\.random\.(seed|get_state|set_state|rand|randn|randint|random|random_integers|random_sample|ranf|sample|choice|bytes|shuffle|permutation|beta|binomial|chisquare|dirichlet|exponential|f|gamma|geometric|gumbel|hypergeometric|laplace|logistic|lognormal|logseries|multinomial|multivariate_normal|negative_binomial|noncentral_chisquare|noncentral_f|normal|pareto|poisson|power|rayleigh|standard_cauchy|standard_exponential|standard_gamma|standard_normal|standard_t|triangular|uniform|vonmises|wald|weibull|zipf)$/;
/** Buckets and shards are left out: a table of hashes and the worker of a key may differ in each process. */
const DIVIDES = /(^|[_.])(split|folds?|is_(test|train)|holdout|sampled?)([_.]|$)/i;
const hasHashSeed = perView(({ source }) => source.includes('PYTHONHASHSEED'));

/** Numbers: random ones, and sums and products of them. */
export const numbers: readonly Row[] = [
  {
    id: 'numpy-legacy-random',
    title: 'Random numbers come from the generator that all code shares',
    severity: 'info',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'reproducibility',
    aliases: { ruff: ['NPY002'] },
    inTests: true,
    why: 'Any library may draw from it or seed it anew in between: the same seed then gives other numbers.',
    remedy: 'Make a generator and hand it on: `rng = np.random.default_rng(seed)`.',
    *findAll({ view }) {
      const uses = [
        ...view.calls.map((call) => ({ ...call, name: call.callee, range: call.calleeRange })),
        ...view.attributes,
      ];
      for (const { resolved, name, range, functionName } of uses) {
        if (LEGACY.test(resolved))
          yield { range, key: `${functionName}/${name}`, what: `${quote(name)} uses the shared generator.` };
      }
    },
  },
  {
    id: 'hash-decides-split',
    title: 'Rows are divided by a hash that changes with each run',
    severity: 'medium',
    confidence: 'likely',
    domain: 'reproducibility',
    aliases: {},
    inTests: true,
    why: 'Python hashes texts with a new seed in each process: rows of the test set are in the training set of the next run.',
    remedy: 'Use a hash that stays: `zlib.crc32(key.encode())`, or one of `hashlib`.',
    find: (call, unit) => {
      if (call.resolved !== 'hash' || call.args.length !== 1 || hasHashSeed(unit)) return undefined;
      if (!/^\s*(\)\s*)?%/.test(unit.source.slice(call.range.end, call.range.end + 10))) return undefined;
      const assigned = unit.view.assignments.find(
        ({ value }) => value.range.start <= call.range.start && value.range.end >= call.range.end,
      );
      const argument = call.args[0]?.value;
      if (typeof argument?.value === 'number' || /^(int|tuple\(int)/.test(argument?.text ?? '')) return undefined;
      if (isNumber(argument?.text ?? '', call, unit)) return undefined;
      return [call.functionName, assigned?.name ?? ''].some((name) => DIVIDES.test(name))
        ? {
            what: `${quote(unit.source.slice(call.range.start, call.range.end))} decides where a row goes.`,
            range: call.range,
          }
        : undefined;
    },
  },
  {
    id: 'dot-for-matrices',
    title: 'Matrices are multiplied by a function that does other things as well',
    severity: 'info',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { codesmile: ['matrix_multiplication_api_misused'] },
    inTests: true,
    why: '`np.dot` is a product of matrices, of vectors or with a number, as its arguments come: a wrong shape gives a result instead of an error.',
    remedy: 'Write `a @ b`, or `np.matmul`.',
    find: (call) => (call.resolved === 'numpy.dot' ? { what: `${quote(call.callee)} multiplies.` } : undefined),
  },
  {
    id: 'log-sum-exp-by-hand',
    title: 'A sum of exponentials overflows',
    severity: 'low',
    confidence: 'likely',
    domain: 'correctness',
    aliases: { torchfix: ['TOR108'] },
    inTests: true,
    why: 'From about 89 on `exp` is infinite in single precision: the loss becomes `inf` or `nan`, and the weights with it.',
    remedy: 'Use `torch.logsumexp(x, dim)`, which never leaves the range.',
    find: (call, unit) => {
      if (!/^(torch|numpy)\.log$/.test(call.resolved) || call.args.length !== 1) return undefined;
      const text = call.args[0]?.value.text ?? '';
      const inside = unit.view.calls.filter(
        ({ range }) => range.start >= call.argsRange.start && range.end <= call.argsRange.end,
      );
      const sum = inside.find(
        ({ resolved, range }) => /^(torch|numpy)\.sum$/.test(resolved) && range.end - range.start === text.length,
      );
      const whole = sum?.args[0]?.value.text;
      const exponential = inside.find((one) => calledName(one) === 'exp' && /^(torch|numpy)\.exp$/.test(one.resolved));
      const dimension =
        sum?.args.find(({ name }) => name === 'dim' || name === 'axis') ?? sum?.args.filter(({ name }) => !name)[1];
      if (!sum || !exponential || !dimension || dimension.value.value === null) return undefined;
      if (unit.source.slice(exponential.range.start, exponential.range.end) !== whole) return undefined;
      return !isShifted(exponential, unit)
        ? {
            what: `${quote(unit.source.slice(call.range.start, call.range.end))} takes the logarithm of a sum of exponentials.`,
          }
        : undefined;
    },
  },
];

/** A parameter that is said to be a number: its hash stays the same. */
function isNumber(text: string, { functionName }: PythonCall, { view }: PythonUnit): boolean {
  const own = view.functions.find(({ name }) => name === functionName);
  return (
    own?.parameters.some(({ name, annotation }) => name === text && /^(int|float|bool)$/.test(annotation ?? '')) ??
    false
  );
}

/** The greatest value has been taken off, here or where a variable in it was assigned: nothing overflows. */
function isShifted({ args, functionName }: PythonCall, { view }: PythonUnit): boolean {
  const text = args[0]?.value.text ?? '';
  const isMaximum = (one: string) => /\b(a|log)?max\s*\(|\b(maximum|max_?\w{0,20})\b/.test(one);
  if (/-/.test(text) && isMaximum(text)) return true;
  const names = new Set(text.match(/[A-Za-z_]\w{0,60}/g));
  return view.assignments.some(
    (one) =>
      names.has(one.name) &&
      one.functionName === functionName &&
      isMaximum(one.value.text) &&
      /-/.test(text + one.value.text),
  );
}
