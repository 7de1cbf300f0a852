import type { Range } from '../../types.ts';
import type { YamlNode, YamlScalar } from '../yaml/yaml-node.ts';

/** What a `uses:` refers to. */
export interface Uses {
  readonly kind: 'repository' | 'local' | 'docker' | 'dynamic';
  readonly raw: string;
  readonly node: YamlScalar;
  /** `owner/name`, for kind `repository`. */
  readonly repository: string;
  /** Path inside the repository, without slashes around it; for a local one, from the root of this repository. */
  readonly path: string;
  /** What stands after `@`. */
  readonly ref: string;
  readonly refRange: Range;
}

/** Reads a `uses:` value; undefined when it is not text. */
export function readUses(node: YamlNode | undefined): Uses | undefined {
  if (node?.type !== 'scalar' || node.value === null) return undefined;
  const raw = node.text.trim();
  const none = { repository: '', path: '', ref: '', refRange: node.contentRange };
  if (raw.includes('${{')) return { ...none, kind: 'dynamic', raw, node };
  if (raw.startsWith('docker://')) return { ...none, kind: 'docker', raw, node, path: raw.slice('docker://'.length) };
  if (/^(\.\/|\$\/|\.$|\.\.\/)/.test(raw)) {
    return { ...none, kind: 'local', raw, node, path: raw.replace(/^(\.\/|\$\/)/, '').replace(/\/$/, '') };
  }

  const at = raw.lastIndexOf('@');
  const name = at < 0 ? raw : raw.slice(0, at);
  const ref = at < 0 ? '' : raw.slice(at + 1);
  const [owner = '', repository = '', ...rest] = name.split('/');
  const refStart = node.contentRange.start + (at < 0 ? raw.length : node.text.lastIndexOf('@') + 1);
  return {
    kind: 'repository',
    raw,
    node,
    repository: `${owner}/${repository}`,
    path: rest.join('/'),
    ref,
    refRange: { start: refStart, end: refStart + ref.length },
  };
}
