import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import type { ExitStatus, ShellPath } from './shell-path.ts';

const NO_WORDS = new Set([
  'variable_assignment',
  'file_redirect',
  'heredoc_redirect',
  'herestring_redirect',
  'comment',
]);

/** The words of a command as they are written, without the quotes around them. */
export function writtenWords(node: SyntaxNode, source: string): readonly string[] {
  return node.children
    .filter((child) => child.named && !NO_WORDS.has(child.type))
    .map((child) => unquoted(source.slice(child.start, child.end)));
}

function unquoted(text: string): string {
  return /^(["'])[\s\S]*\1$/.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

const EXPANSION = /\$\{PIPESTATUS\[([\d@*]+)\]\}|\$\{(\?|\w+)(?::?-([^}]*))?\}|\$(\?|\w+)/g;

/** A word with its variables filled in; undefined where one is not known. */
export function resolved(word: string, path: ShellPath): string | undefined {
  let isKnown = true;
  const text = word.replace(EXPANSION, (_, index?: string, braced?: string, fallback?: string, bare?: string) => {
    if (index !== undefined)
      return /\d/.test(index) ? (path.pipeStatus[Number(index)] ?? path.status) : path.pipeStatus.join(' ');
    const name = braced ?? bare ?? '';
    const value = name === '?' ? path.status : path.variables.get(name);
    if (value === '?' || (value === undefined && fallback === undefined)) isKnown = false;
    return value || fallback || '';
  });
  return isKnown && !/[$`]/.test(text) ? text : undefined;
}

/** What `[ ]`, `[[ ]]`, `(( ))` or `test` say: `?` where a value is not known. */
export function testStatus(written: string, path: ShellPath): ExitStatus {
  const arithmetic = written.startsWith('((');
  const inner = written
    .replace(/^(\[\[?|\(\(|test\b)\s*/, '')
    .replace(/\s*(\]\]?|\)\))$/, '')
    .trim();
  return toStatus(holds(inner, path, arithmetic));
}

function toStatus(result: boolean | undefined): ExitStatus {
  if (result === undefined) return '?';
  return result ? '0' : '1';
}

function holds(text: string, path: ShellPath, arithmetic: boolean): boolean | undefined {
  for (const operator of [/\s(?:\|\||-o)\s/, /\s(?:&&|-a)\s/]) {
    const parts = text.split(operator);
    if (parts.length < 2) continue;
    const results = parts.map((part) => holds(part.trim(), path, arithmetic));
    const decisive = operator.source.includes('o');
    if (results.includes(decisive)) return decisive;
    return results.includes(undefined) ? undefined : !decisive;
  }
  if (/^!\s/.test(text)) return negated(holds(text.slice(1).trim(), path, arithmetic));
  const [first = '', operator, second] = text.split(/\s+/).map(unquoted);
  const value = (word: string) => resolved(arithmetic ? word.replace(/^(?=[A-Za-z_])/, '$') : word, path);
  if (second !== undefined && operator) return compare(value(first), operator, value(second));
  if (operator === undefined) {
    const known = value(first);
    return known === undefined ? undefined : arithmetic ? known !== '0' && known !== '' : known !== '';
  }
  const known = value(operator);
  if (known === undefined || !/^-[nz]$/.test(first)) return undefined;
  return (first === '-n') === (known !== '');
}

function negated(result: boolean | undefined): boolean | undefined {
  return result === undefined ? undefined : !result;
}

function compare(a: string | undefined, operator: string, b: string | undefined): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  switch (operator) {
    case '=':
    case '==':
    case '-eq':
      return a === b;
    case '!=':
    case '-ne':
      return a !== b;
    case '>':
    case '-gt':
      return Number(a) > Number(b);
    case '>=':
    case '-ge':
      return Number(a) >= Number(b);
    case '<':
    case '-lt':
      return Number(a) < Number(b);
    case '<=':
    case '-le':
      return Number(a) <= Number(b);
    default:
      return undefined;
  }
}
