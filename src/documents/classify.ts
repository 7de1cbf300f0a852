import { kindOfPath } from '../change/kind-of-path.ts';
import type { Kind } from '../types.ts';

/**
 * The kind of a file, by path and content. `fallback` is for a file that neither recognises
 * (`scan --kind`), `known` what the source says of the path. A Python file is decided after parsing: its imports tell.
 */
export function classify(path: string, text: string, fallback?: Kind, known?: Kind): Kind {
  const byPath = known ?? kindOfPath(path);
  if (byPath === 'yaml') return yamlKind(text) ?? fallback ?? 'yaml';
  if (byPath === 'other' && fallback) return fallback;
  if (byPath === 'source' && !path.endsWith('.py')) return 'requirements';
  return byPath;
}

function yamlKind(text: string): Kind | undefined {
  if (/^\s*["']?apiVersion["']?\s*:/m.test(text) && /^\s*["']?kind["']?\s*:/m.test(text)) return 'kubernetes';
  if (/^services\s*:/m.test(text) && /^\s+(image|build)\s*:/m.test(text)) return 'compose';
  return undefined;
}
