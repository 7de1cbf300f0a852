/**
 * Makes what follows a keyword one command for a POSIX shell, offset by offset: line continuations become a backslash
 * at the line's end whatever the escape character is, and comment lines and empty lines in between become spaces.
 */
export function maskContinuations(text: string, escapeChar: string): string {
  const escaped = escapeChar === '`' ? '`' : '\\\\';
  const ending = new RegExp(`(?<!${escaped})${escaped}[ \\t]*\\r?\\n$`);
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.map((line, index) => maskLine(line, index === 0, ending)).join('');
}

function maskLine(line: string, isFirst: boolean, ending: RegExp): string {
  if (!isFirst && /^[ \t]*(?:#[^\n]*)?\r?\n?$/.test(line)) return continuation(line.length, line.endsWith('\n'));
  return line.replace(ending, (tail) => continuation(tail.length, true));
}

function continuation(length: number, hasBreak: boolean): string {
  return hasBreak && length >= 2 ? `${' '.repeat(length - 2)}\\\n` : ' '.repeat(length);
}
