import { matchPath } from '../change/match-path.ts';
import type { OwnedPaths } from '../types.ts';

/** Where GitHub looks for the file; the first that is there counts. */
export const CODE_OWNERS_PATHS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * Reads a CODEOWNERS file as GitHub does: a line that GitHub would skip (negation, a character range, something that is
 * no owner) is skipped; one without owners says that nobody owns its paths.
 */
export function readCodeOwners(text: string): readonly OwnedPaths[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...rest] = words(line);
    if (pattern === undefined || /^[#!]/.test(pattern) || /[[\]]/.test(pattern)) return [];
    const comment = rest.findIndex((word) => word.startsWith('#'));
    const owners = comment < 0 ? rest : rest.slice(0, comment);
    if (!owners.every((owner) => OWNER.test(owner))) return [];
    const globs = globsOf(pattern);
    const [glob = ''] = globs;
    const [prefix = ''] = /^[^*?]*/.exec(glob) ?? [];
    const [holds = ''] = glob.split(/[*?/]/).sort((a, b) => b.length - a.length);
    return [{ globs, prefix, holds, owners }];
  });
}

/** The owners of a path by the last line that fits; empty where there is none, or it names nobody. */
export function codeOwnersOf(path: string, lines: readonly OwnedPaths[]): readonly string[] {
  const fits = ({ globs, prefix, holds }: OwnedPaths) =>
    path.startsWith(prefix) && path.includes(holds) && globs.some((glob) => matchPath(glob, path));
  return lines.findLast(fits)?.owners ?? [];
}

/** `@login`, `@organisation/team`, or an address. */
const OWNER = /^(@[\w.-]+(\/[\w.-]+)?|[^@\s]+@[^@\s]+)$/;

/** Words of a line; a space in a path is written `\ `. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:\\ |\S)+/g)].map(([word]) => word.replaceAll('\\ ', ' '));
}

/**
 * A pattern as globs of our own. Without a slash before its end it fits at any depth, else from the root. What it names
 * may be a folder, and then everything below is meant; only a last `*` stays within its folder.
 */
function globsOf(pattern: string): string[] {
  const folder = pattern.endsWith('/') || pattern.endsWith('/**');
  const named = pattern.replace(/\/(\*\*)?$/, '');
  const glob = named.includes('/') ? named.replace(/^\//, '') : `**/${named}`;
  if (named === '' || glob === '**/**') return ['**'];
  const below = `${glob}/**/*`;
  if (folder) return [below];
  return glob === '**/*' ? [glob] : glob.endsWith('/*') ? [glob] : [glob, below];
}
