import type { Range } from '../../../types.ts';
import { perView } from '../calls/per-view.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

const FALLBACK = /^(builtins\.)?(ImportError|ModuleNotFoundError|AttributeError|TypeError|(Base)?Exception)$/;
/** A condition that asks for a version or for the thing itself, or is never true where code runs: `Version(np.__version__) >= ...`, `AIRFLOW_V_3_0_PLUS`. */
const ASKS =
  /^[ \t]*(?:if|elif|while)\b[^\n]{0,300}?(?:version|TYPE_CHECKING|hasattr\(|_PLUS\b|\b_?(?:IS_|HAS_|USE_)?(?:AIRFLOW|AF|NUMPY|NP|PANDAS|PD|TORCH|TF|TENSORFLOW)_?(?:V|GE|GTE|LT)?_?\d)/i;

/** Whether code is one side of a choice between versions of a library: it is there for the other version. */
export function isGuarded({ start, end }: Range, unit: PythonUnit): boolean {
  const ranges = guardedRanges(unit);
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (ranges[low - 1]?.end ?? -1) >= end;
}

/** In the order of the text, and without overlaps. */
const guardedRanges = perView((unit) => {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...fallbacks(unit), ...branches(unit), ...choices(unit)].toSorted(
    (a, b) => a.start - b.start,
  )) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
});

/** `try: from new import x` and `except ImportError: from old import x`: both halves. */
function fallbacks({ view }: PythonUnit): Range[] {
  return view.handlers
    .filter(({ caught }) => caught.length === 0 || caught.some(({ resolved }) => FALLBACK.test(resolved ?? '')))
    .flatMap(({ tryRange, bodyRange }) => [tryRange, bodyRange]);
}

/** Blocks below a condition that asks for a version, those of its `else` included, by their indentation. */
function branches({ source }: PythonUnit): Range[] {
  if (!ASKS_ANYWHERE.test(source)) return [];
  const found: Range[] = [];
  let open: { readonly indent: number; readonly start: number } | undefined;
  let offset = 0;
  for (const line of source.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const isBlank = line.trim() === '' || /^\s*#/.test(line);
    const goesOn =
      open && (isBlank || indent > open.indent || (indent === open.indent && /^\s*(elif|else)\b/.test(line)));
    if (open && !goesOn) {
      found.push({ start: open.start, end: offset });
      open = undefined;
    }
    if (!open && ASKS.test(line)) open = { indent, start: offset };
    offset += line.length + 1;
  }
  return open ? [...found, { start: open.start, end: source.length }] : found;
}

const ASKS_ANYWHERE = /version|TYPE_CHECKING|hasattr\(|_PLUS|_\d/i;

/** Lines that choose between two values: `np.trapezoid if hasattr(np, "trapezoid") else np.trapz`. */
function choices({ source }: PythonUnit): Range[] {
  if (!/\belse\b/.test(source) || !ASKS_ANYWHERE.test(source)) return [];
  const found: Range[] = [];
  let offset = 0;
  for (const line of source.split('\n')) {
    const [code = ''] = line.split('#', 1);
    const at = code.search(/\S[ \t]if\s/);
    const [condition, other] = at < 0 ? [] : code.slice(at + 2).split(/\belse\b/, 2);
    if (condition && other && /version|hasattr\(|_PLUS\b/i.test(condition))
      found.push({ start: offset, end: offset + line.length });
    offset += line.length + 1;
  }
  return found;
}
