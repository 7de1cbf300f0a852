/**
 * A script in Python with spaces for its comments and what stands in its strings, as long as before, in time that grows
 * with its length. Names in f-strings go as well.
 */
export function pythonCode(script: string): string {
  let code = '';
  let at = 0;
  while (at < script.length) {
    const end = endOfText(script, at);
    code += end === at ? script[at] : blank(script.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return code;
}

/** Where a comment or a string ends that begins at a place; the place itself where none does. */
function endOfText(script: string, at: number): number {
  const first = script[at];
  if (first === '#') return until(script, '\n', at);
  if (first !== '"' && first !== "'") return at;
  const quote = script.startsWith(first.repeat(3), at) ? first.repeat(3) : first;
  for (let next = at + quote.length; next < script.length; next++) {
    if (script[next] === '\\') next += 1;
    else if (script.startsWith(quote, next)) return next + quote.length;
    else if (quote.length === 1 && script[next] === '\n') return next;
  }
  return script.length;
}

function until(script: string, mark: string, at: number): number {
  const end = script.indexOf(mark, at);
  return end < 0 ? script.length : end;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
