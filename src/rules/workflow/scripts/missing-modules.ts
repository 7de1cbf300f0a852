import type { JsExpression } from '../../../documents/javascript/js-expression.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { stepShell } from '../gates/step-shell.ts';
import { apiScript } from '../script-flow/api-scripts.ts';
import { pythonCode } from './python-code.ts';

/** A module that a script asks for something without having imported it. */
export interface MissingModule {
  readonly name: string;
  /** Where it is asked first. */
  readonly range: Range;
  readonly language: 'Python' | 'JavaScript';
}

/** Modules of the standard library, and the best known others; names that are rather variables (`time`, `random`) included. */
const PYTHON =
  /(?<![\w.])(os|sys|re|json|subprocess|pathlib|shutil|glob|tempfile|hashlib|base64|csv|urllib|itertools|functools|collections|datetime|time|random|math|platform|zipfile|tarfile|argparse|logging|textwrap|uuid|yaml|requests|numpy|pandas)\s*\.\s*[A-Za-z_]/g;
/** Node's own modules that are no globals, as `crypto` is. */
const NODE = /^(fs|path|os|util|child_process|https?|zlib|yaml|semver)$/;

/** The modules that the script of a step lacks; nothing where names may come from elsewhere. */
export function missingModules(
  document: WorkflowDocument | ActionDocument,
  job: Job | undefined,
  step: Step,
): MissingModule[] {
  const { run } = step;
  if (run) {
    const shell = stepShell(document, job, step).written ?? '';
    return /^python[\d.]*(\s+(-\w+\s+)*\{0\})?$/.test(shell.trim()) ? ofPython(run, document.source) : [];
  }
  return ofJavaScript(step, document.source);
}

/** Names that come in by themselves, or that somebody waits for. */
const OTHER_WAYS = /\bimport\s*\*|\b(exec|eval|globals|locals|vars|__import__)\s*\(|\bNameError\b/;

function ofPython(run: YamlScalar, source: string): MissingModule[] {
  if (run.style !== 'literal') return [];
  const { start, end } = run.contentRange;
  const code = pythonCode(source.slice(start, end));
  // GitHub may fill in code.
  if (code.includes('${{') || OTHER_WAYS.test(code)) return [];
  const found = new Map<string, MissingModule>();
  const seen = new Set<string>();
  for (const match of code.matchAll(PYTHON)) {
    const [, name = ''] = match;
    if (seen.has(name)) continue;
    seen.add(name);
    if (isBound(name, code)) continue;
    const at = start + match.index;
    found.set(name, { name, range: { start: at, end: at + name.length }, language: 'Python' });
  }
  return [...found.values()];
}

/** Whether the name stands anywhere but in front of a dot: after `import`, `as`, `for`, `def` or `(`, in front of `=`. */
function isBound(name: string, code: string): boolean {
  return new RegExp(`(?<![\\w.])${name}\\b(?!\\s*\\.)|\\bimport\\s+(?:[\\w.]+\\s*,\\s*){0,50}${name}\\b`).test(code);
}

function ofJavaScript(step: Step, source: string): MissingModule[] {
  const script = apiScript(step, source);
  if (!script || script.view.fillsInCode) return [];
  const found = new Map<string, MissingModule>();
  for (const { callee, range } of script.view.calls) {
    const name = callee.kind === 'member' ? rootOf(callee) : undefined;
    if (name === undefined || !NODE.test(name) || found.has(name) || script.view.names.has(name)) continue;
    const at = { start: range.start, end: range.start + name.length };
    found.set(name, { name, range: script.place(at), language: 'JavaScript' });
  }
  return [...found.values()];
}

/** The name that a chain of properties begins with; a call in it is one of the calls itself. */
function rootOf(expression: JsExpression): string | undefined {
  let inner = expression;
  while (inner.kind === 'member') inner = inner.of;
  return inner.kind === 'name' ? inner.name : undefined;
}
