import type { JsCall, JsExpression } from './javascript/js-expression.ts';
import { parseScript, type ScriptProblem } from './javascript/parse-script.ts';
import { readProgram } from './javascript/read-program.ts';

/** What can be told of a script in JavaScript without running it; scopes are not told apart. */
export interface JavaScriptView {
  /** Variables, parameters, functions and classes by name. */
  readonly names: ReadonlyMap<string, JsName>;
  readonly calls: readonly JsCall[];
  /** What the script itself returns, not its functions. */
  readonly results: readonly JsExpression[];
  /** Names and chains of properties (`a.b`) that are compared with a text that is spelled out, or that a `switch` asks. */
  readonly compared: ReadonlySet<string>;
  /** GitHub fills in statements, which may declare what they like. */
  readonly fillsInCode: boolean;
  /** Why nothing is told. */
  readonly problem?: ScriptProblem;
}

export interface JsName {
  /** What it is set to, wherever that stands. */
  readonly values: readonly JsExpression[];
  /** More than one: functions that each have their own. */
  readonly declarations: number;
}

/**
 * Reads the script of an actions/github-script step. Ranges count from its first character. A script that cannot be parsed
 * has a `problem`, and nothing is told of it.
 */
export function parseJavaScript(text: string): JavaScriptView {
  const parsed = parseScript(text);
  return 'problem' in parsed
    ? { names: new Map(), calls: [], results: [], compared: new Set(), fillsInCode: false, problem: parsed.problem }
    : readProgram(parsed);
}
