import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** A place of a command that MLflow fills in. */
export interface Placeholder {
  readonly name: string;
  /** With its braces. */
  readonly text: string;
  readonly range: Range;
}

/** The replacement fields of a command, which MLflow hands to `str.format`: doubled braces are literal ones. */
export function placeholders(command: YamlScalar, source: string): readonly Placeholder[] {
  const fields = [...command.text.matchAll(/\{\{|\}\}|\{([^{}]*)\}/g)].filter(({ 1: field }) => field !== undefined);
  let from = command.contentRange.start;
  return fields.map(({ 0: text, 1: field = '' }) => {
    const start = source.indexOf(text, from);
    const found = start >= 0 && start + text.length <= command.contentRange.end;
    if (found) from = start + text.length;
    return {
      // `{x!r}`, `{x:>8}`, `{x.y}` and `{x[0]}` are about `x`.
      name: field.replace(/[!:.[].*$/s, ''),
      text,
      range: found ? { start, end: start + text.length } : command.range,
    };
  });
}
