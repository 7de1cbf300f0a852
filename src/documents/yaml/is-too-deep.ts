/** Levels of nesting that the tolerant parser, which is recursive, is trusted with. */
const MAX_DEPTH = 500;

/**
 * Whether a text may be nested deeper than the tolerant parser can go. Beyond some thousand levels it does not throw:
 * V8 ends the whole process when a regular expression is compiled near the end of the stack. An upper bound without
 * parsing: open brackets, indicators in a row, indentation.
 */
export function isTooDeep(source: string): boolean {
  let open = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '[' || char === '{') open += 1;
    else if ((char === ']' || char === '}') && open > 0) open -= 1;
    if (open > MAX_DEPTH) return true;
  }
  return source.split('\n').some((line) => indicators(line) > MAX_DEPTH);
}

/** Leading white space, and `-`, `?` and `:` that open a collection in a row. */
function indicators(line: string): number {
  return /^(?:[ \t]|[-?:](?=[ \t]))*/.exec(line.slice(0, 2 * MAX_DEPTH + 2))?.[0].length ?? 0;
}
