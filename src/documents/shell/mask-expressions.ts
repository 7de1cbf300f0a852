import type { Range } from '../../types.ts';

interface MaskedScript {
  /** As long as the script; each `${{ }}` is a plain word. */
  readonly masked: string;
  readonly expressions: readonly Range[];
}

/** GitHub fills in `${{ }}` before a shell sees the script, so to the parser it is text. */
export function maskExpressions(source: string): MaskedScript {
  const expressions: Range[] = [];
  let masked = '';
  let at = 0;
  for (let start = source.indexOf('${{'); start >= 0; start = source.indexOf('${{', at)) {
    const close = source.indexOf('}}', start);
    if (close < 0) break;
    const end = close + 2;
    expressions.push({ start, end });
    masked += source.slice(at, start) + '_'.repeat(end - start);
    at = end;
  }
  return { masked: masked + source.slice(at), expressions };
}
