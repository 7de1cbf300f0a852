import type { Range } from '../../types.ts';

/** A value as a script writes it; `opaque` is whatever carries no text on, or is not read here. */
export type JsExpression =
  | { readonly kind: 'text'; readonly value: string }
  /** What GitHub fills in, `${{` and `}}` included. */
  | { readonly kind: 'filled'; readonly text: string }
  | { readonly kind: 'regex'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  /** A property; `*` for one that is known only in the run, and for every element of a list. */
  | { readonly kind: 'member'; readonly of: JsExpression; readonly property: string }
  | JsCall
  /** Texts put together, by `+` or in backticks. */
  | { readonly kind: 'sum'; readonly operands: readonly JsExpression[] }
  /** One of several, by `||`, `??` or `?:`. */
  | { readonly kind: 'choice'; readonly options: readonly JsExpression[] }
  | { readonly kind: 'object'; readonly entries: readonly JsEntry[] }
  | { readonly kind: 'list'; readonly items: readonly JsExpression[] }
  /** `x => body`; without a body where it is a block. */
  | { readonly kind: 'function'; readonly parameter?: string; readonly body?: JsExpression }
  | { readonly kind: 'opaque' };

export interface JsCall {
  readonly kind: 'call';
  readonly callee: JsExpression;
  readonly args: readonly JsExpression[];
  readonly range: Range;
}

export interface JsEntry {
  readonly key: string;
  readonly value: JsExpression;
}
