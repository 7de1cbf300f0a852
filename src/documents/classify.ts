import { kindOfPath } from '../change/kind-of-path.ts';
import type { Kind } from '../types.ts';

/**
 * The kind of a file, by path and content. `fallback` is for a file that neither recognises
 * (`scan --kind`), `known` what the source says of the path. A Python file is decided after parsing: its imports tell.
 */
export function classify(path: string, text: string, fallback?: Kind, known?: Kind): Kind {
  const byPath = known ?? kindOfPath(path);
  if (BY_CONTENT.has(byPath) && /\.(ya?ml|json)$/i.test(path)) {
    const kind = byPath === 'compose' || byPath === 'params' ? kubernetesOr(byPath, text) : yamlKind(text);
    if (kind) return kind;
    if (byPath === 'yaml') return fallback ?? 'yaml';
  }
  if (byPath === 'other' && fallback) return fallback;
  if (byPath === 'source' && !path.endsWith('.py')) return 'requirements';
  return byPath;
}

/** A manifest stays one under any name. */
function kubernetesOr(byPath: Kind, text: string): Kind {
  return yamlKind(text) === 'kubernetes' ? 'kubernetes' : byPath;
}

/** Files whose name says YAML and whose content may say more than the name. */
const BY_CONTENT: ReadonlySet<Kind> = new Set(['yaml', 'compose', 'params', 'other']);

/** A key at the beginning of a line, in any spelling of a plain or quoted key, or first in a flow mapping. */
const API_VERSION = /^[ \t]*(?:---[ \t]*)?\{?[ \t]*["']?apiVersion["']?[ \t]*:/m;
const OBJECT_KIND = /(?:^|[{,])[ \t]*["']?kind["']?[ \t]*:/m;

/** A compiled pipeline of Kubeflow Pipelines 2 in YAML or JSON, or a component; its second format was never given an `apiVersion`. */
const PIPELINE_KEYS = [
  /(?:^|[{,])[ \t]*["']?deploymentSpec["']?[ \t]*:/m,
  /(?:^|[{,])[ \t]*["']?schemaVersion["']?[ \t]*:/m,
];
const COMPONENT_KEYS = [/^implementation[ \t]*:[ \t]*$/m, /^[ \t]+container[ \t]*:[ \t]*$/m, /^[ \t]+image[ \t]*:/m];

function isKubeflow(text: string): boolean {
  return [PIPELINE_KEYS, COMPONENT_KEYS].some((keys) => keys.every((key) => key.test(text)));
}

function yamlKind(source: string): Kind | undefined {
  // Editors on Windows begin a file with a mark of its encoding.
  const text = source.replace(/^\uFEFF/, '');
  if (API_VERSION.test(text) && OBJECT_KIND.test(text)) return 'kubernetes';
  if (isKubeflow(text)) return 'kubeflow';
  // Kept elsewhere they are what other repositories are given.
  if (/^updates[ \t]*:/m.test(text) && /^[ \t]*-?[ \t]*package-ecosystem[ \t]*:/m.test(text)) return 'dependabot';
  if (/^services[ \t]*:/m.test(text) && /^[ \t]+(image|build)[ \t]*:/m.test(text)) return 'compose';
  return undefined;
}
