import { matchPath } from '../change/match-path.ts';
import type { Document, ParseProblem, Range, Side } from '../types.ts';

/** Every path is compared with every pattern. */
const MAX_PATTERNS = 2000;

/** One line of a `.dockerignore`. */
export interface IgnorePattern {
  /** As Docker reads it: without `!`, without slashes at its ends, without `./`. */
  readonly glob: string;
  /** `!`: what an earlier line keeps out comes in again. */
  readonly negated: boolean;
  readonly range: Range;
}

export interface DockerignoreView {
  readonly patterns: readonly IgnorePattern[];
}

export type DockerignoreDocument = Document<'dockerignore', DockerignoreView>;

/** Reads a `.dockerignore` (https://docs.docker.com/build/concepts/context/#dockerignore-files). */
export function parseDockerignore(path: string, side: Side, source: string): DockerignoreDocument {
  const lines = [...source.matchAll(/[^\r\n]+/g)];
  const comments = lines.flatMap(({ 0: line, index }) =>
    line.startsWith('#') ? [{ range: { start: index, end: index + line.length }, text: line.slice(1).trim() }] : [],
  );
  const all = lines.flatMap(({ 0: line, index }) => (line.startsWith('#') ? [] : readPattern(line, index)));
  const patterns = all.slice(0, MAX_PATTERNS);
  const problems = all.length > MAX_PATTERNS ? [tooMany(all[MAX_PATTERNS]?.range)] : [];
  return { kind: 'dockerignore', path, side, source, view: { patterns }, comments, problems };
}

function tooMany(range: Range = { start: 0, end: 0 }): ParseProblem {
  return {
    range,
    message: `Only the first ${MAX_PATTERNS} patterns were read; join some of them by a wildcard.`,
    severity: 'partial',
  };
}

function readPattern(line: string, index: number): IgnorePattern[] {
  const text = line.replace(/^\uFEFF/, '').trim();
  const negated = text.startsWith('!');
  const glob = cleanPath(negated ? text.slice(1).trim() : text);
  if (glob === '') return [];
  const start = index + line.indexOf(text);
  return [{ glob, negated, range: { start, end: start + text.length } }];
}

/** Where Docker looks for what a build leaves out, the first first: one of the Dockerfile's own, and the one beside it. */
export function ignoreFilesOf(dockerfile: string): readonly string[] {
  return [`${dockerfile}.dockerignore`, `${dockerfile.replace(/[^/]+$/, '')}.dockerignore`];
}

/** The Dockerfile that a list is for: the one that it is named after, or the one beside it. */
export function dockerfileOf(list: string): string {
  const own = list.replace(/\.dockerignore$/i, '');
  return own === '' || own.endsWith('/') ? `${own}Dockerfile` : own;
}

/** The line that keeps a path, or a folder above it, out of the build; undefined where it gets in. */
export function ignoredBy(view: DockerignoreView, path: string): IgnorePattern | undefined {
  const decides = decidesOn(view, path);
  return decides?.negated ? undefined : decides;
}

/** The line that decides on a path: the last that fits it, or a folder above it. */
export function decidesOn({ patterns }: DockerignoreView, path: string): IgnorePattern | undefined {
  const name = cleanPath(path);
  return name === '' ? undefined : patterns.findLast(({ glob }) => covers(glob, name));
}

function covers(glob: string, path: string): boolean {
  return matchPath(glob, path) || matchPath(`${glob}/**`, path);
}

/** `./a//b/` is `a/b`; empty for the folder itself. */
export function cleanPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
