import type { Range } from '../../types.ts';
import type { Requirement } from '../requirements.ts';

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*/;

/** Reads a dependency specifier (https://packaging.python.org/en/latest/specifications/dependency-specifiers/). */
export function toRequirement(text: string, start: number): Requirement | undefined {
  const name = NAME.exec(text);
  if (!name?.[1]) return undefined;
  const rest = text.slice(name[0].length);
  const [versions = ''] = rest.split(/\s*;|\s+--hash|\s+#/);
  const specifier = versions.trim().replace(/^\((.*)\)$/, '$1');
  const hashed = /--hash[=\s]/.test(rest);
  const range: Range = { start, end: start + text.trimEnd().length };
  return {
    name: normalise(name[1]),
    specifier,
    exact: isExact(specifier),
    hashed,
    range,
    nameRange: { start, end: start + name[1].length },
  };
}

/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
export function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** `==1.*` is a range; a URL is exact when it ends in a commit, a version or a hash. */
export function isExact(specifier: string): boolean {
  if (specifier.startsWith('@'))
    return /@[0-9a-f]{40}\b|#sha256=|[-_]\d+(\.\d+)+[^/]*\.(whl|tar\.gz|zip)/.test(specifier);
  return specifier.split(',').some((part) => /^\s*={2,3}\s*[^*\s]+\s*$/.test(part));
}
