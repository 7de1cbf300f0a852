import { constantText } from '../gates/constant-truth.ts';

const INDEX = /\[([^[\]]*)\]/g;

/** An expression with the property names spelled out that it puts together: `a[format('{0}', 'b')]` is `a['b']`. */
export function foldIndexes(text: string): string {
  if (!text.includes('[')) return text;
  return text.replace(INDEX, (written, inner: string) => {
    if (/^\s*('[^']*'|\d+|\*?)\s*$/.test(inner)) return written;
    const value = constantText(`\${{ ${inner} }}`);
    return value === undefined ? written : `['${value.replaceAll("'", "''")}']`;
  });
}
