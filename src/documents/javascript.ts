import type { JsCall, JsExpression } from './javascript/js-expression.ts';
import { readProgram } from './javascript/read-program.ts';
import { readTokens } from './javascript/read-tokens.ts';

/** What can be told of a script in JavaScript without running it; scopes are not told apart. */
export interface JavaScriptView {
  /** Variables and parameters by name. */
  readonly names: ReadonlyMap<string, JsName>;
  readonly calls: readonly JsCall[];
  /** What the script itself returns, not its functions. */
  readonly results: readonly JsExpression[];
  /** Names and chains of properties (`a.b`) that are compared with a text that is spelled out, or that a `switch` asks. */
  readonly compared: ReadonlySet<string>;
}

export interface JsName {
  /** What it is set to, wherever that stands. */
  readonly values: readonly JsExpression[];
  /** More than one: functions that each have their own. */
  readonly declarations: number;
}

/** Longer ones are bundles, which nobody writes into a workflow. */
const MAX_LENGTH = 100_000;

/** Reads a script, tolerantly: what is not understood is `opaque`. Ranges count from its first character. */
export function parseJavaScript(text: string): JavaScriptView {
  return text.length > MAX_LENGTH
    ? { names: new Map(), calls: [], results: [], compared: new Set() }
    : readProgram(readTokens(text));
}
