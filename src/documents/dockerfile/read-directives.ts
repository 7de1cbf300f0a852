import type { DockerfileView } from '../dockerfile.ts';

const DIRECTIVE = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*([^\n]*)$/;
const KNOWN = new Set(['syntax', 'escape', 'check']);

/** `# syntax=`, `# escape=`, `# check=`: only in the first lines, before anything else, a comment included. */
export function readDirectives(source: string): DockerfileView['directives'] {
  const found: DockerfileView['directives'][number][] = [];
  let at = source.startsWith('\ufeff') ? 1 : 0;
  while (at < source.length) {
    const newline = source.indexOf('\n', at);
    const line = source.slice(at, newline < 0 ? source.length : newline).trimEnd();
    const match = DIRECTIVE.exec(line);
    if (!match?.[1]) break;
    const name = match[1].toLowerCase();
    if (KNOWN.has(name)) found.push({ name, value: match[2] ?? '', range: { start: at, end: at + line.length } });
    if (newline < 0) break;
    at = newline + 1;
  }
  return found;
}
