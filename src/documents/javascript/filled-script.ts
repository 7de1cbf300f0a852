import type { Range } from '../../types.ts';
import { maskExpressions } from '../shell/mask-expressions.ts';
import type { JsExpression } from './js-expression.ts';

/** A script, and where GitHub fills something in before it runs. */
export interface FilledScript {
  readonly text: string;
  /** As long as the text; each `${{ }}` is a name, which may stand where a value may, and within texts. */
  readonly masked: string;
  readonly spans: readonly Range[];
}

export function filledScript(text: string): FilledScript {
  const { masked, expressions } = maskExpressions(text);
  return { text, masked, spans: expressions };
}

/**
 * The part of a script from `start` to `end`, by what is filled in there: one value, or a text as it is written with values
 * in it. Undefined where nothing is.
 */
export function readFilled({ text, spans }: FilledScript, start: number, end: number): JsExpression | undefined {
  if (!text.slice(start, end).includes('${{')) return undefined;
  const inside = spans.filter((span) => span.start >= start && span.end <= end);
  const [first] = inside;
  if (!first) return undefined;
  if (first.start === start && first.end === end) return { kind: 'filled', text: text.slice(start, end) };
  let from = start;
  const operands = inside.flatMap((span): JsExpression[] => {
    const before = text.slice(from, span.start);
    from = span.end;
    return [
      { kind: 'text', value: before },
      { kind: 'filled', text: text.slice(span.start, span.end) },
    ];
  });
  return { kind: 'sum', operands: [...operands, { kind: 'text', value: text.slice(from, end) }] };
}
