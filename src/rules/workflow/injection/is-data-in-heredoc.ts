import type { ExpressionNode } from '../../../documents/workflow/expression.ts';

const OPENS = /<<-?[ \t]*(?:(["'])([A-Za-z_]\w*)\1|\\([A-Za-z_]\w*))([^\n]*)$/;
/** How far up the beginning is looked for: there may be many expressions. */
const MAX_LENGTH = 4000;
const PROGRAM = /\.(sh|bash|zsh|py|js|mjs|cjs|ts|rb|pl|ps1)\b/;

/**
 * Whether an expression stands as JSON in a here-document with a quoted delimiter that is only written down:
 * `cat > event.json << 'EOF'`. JSON has no line breaks in its texts, so none of them can be the line that ends it, and
 * the shell expands nothing there. `before` is what stands before the expression in its script.
 */
export function isDataInHeredoc(node: ExpressionNode | undefined, before: string): boolean {
  if (node?.kind !== 'call' || node.name.toLowerCase() !== 'tojson') return false;
  const lines = before.slice(-MAX_LENGTH).split('\n');
  const opening = lines.findLastIndex((line) => OPENS.test(line));
  const line = lines[opening] ?? '';
  const [, , quoted, escaped] = OPENS.exec(line) ?? [];
  const delimiter = quoted ?? escaped;
  // Texts that JSON can have on a line of its own.
  if (delimiter === undefined || /^(true|false|null)$/.test(delimiter)) return false;
  const isWritten = /^\s*(sudo )?(cat|tee)\b/.test(line) && !line.includes('|') && !PROGRAM.test(line);
  return isWritten && !lines.slice(opening + 1, -1).some((one) => one.trim() === delimiter);
}
