import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** A place of a command that MLflow fills in. */
export interface Placeholder {
  readonly name: string;
  /** With its braces. */
  readonly text: string;
  readonly range: Range;
}

/** More of them than this are not told apart. */
const MAX_FIELDS = 200;

/** The replacement fields of a command, which MLflow hands to `str.format`: doubled braces are literal ones. */
export function placeholders(command: YamlScalar, source: string): readonly Placeholder[] {
  const fields = [...command.text.matchAll(/\{\{|\}\}|\{([^{}]*)\}/g)].filter(({ 1: field }) => field !== undefined);
  const { start, end } = command.contentRange;
  const written = source.slice(start, end);
  let from = 0;
  return fields.slice(0, MAX_FIELDS).map(({ 0: text, 1: field = '' }) => {
    const at = written.indexOf(text, from);
    if (at >= 0) from = at + text.length;
    return {
      // `{x!r}`, `{x:>8}`, `{x.y}` and `{x[0]}` are about `x`.
      name: field.replace(/[!:.[].*$/s, ''),
      text,
      range: at < 0 ? command.range : { start: start + at, end: start + at + text.length },
    };
  });
}
