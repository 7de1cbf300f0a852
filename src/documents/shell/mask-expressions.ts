import type { Range } from '../../types.ts';
import { expressionSpans } from '../workflow/expression-spans.ts';

interface MaskedScript {
  /** As long as the script; each `${{ }}` is a plain word. */
  readonly masked: string;
  readonly expressions: readonly Range[];
}

/** GitHub fills in `${{ }}` before a shell or another program sees the script, so to a parser it is text. */
export function maskExpressions(source: string): MaskedScript {
  const expressions = expressionSpans(source);
  let masked = '';
  let at = 0;
  for (const { start, end } of expressions) {
    masked += source.slice(at, start) + '_'.repeat(end - start);
    at = end;
  }
  return { masked: masked + source.slice(at), expressions };
}
