import type { Range } from '../../types.ts';
import type { YamlNode } from '../yaml/yaml-node.ts';

export type AccessLevel = 'none' | 'read' | 'write';

/** A `permissions:` value. */
export interface Permissions {
  readonly range: Range;
  /** A word for all scopes at once; absent when scopes are listed. */
  readonly all?: AccessLevel;
  readonly scopes: readonly PermissionScope[];
}

export interface PermissionScope {
  readonly scope: string;
  readonly level: AccessLevel;
  readonly range: Range;
  readonly levelRange: Range;
}

/** Reads `read-all`, `write-all`, `{}` or a mapping of scopes; undefined where there is no such key. */
export function readPermissions(node: YamlNode | undefined): Permissions | undefined {
  if (!node) return undefined;
  if (node.type === 'scalar') {
    if (node.text === 'read-all') return { range: node.range, all: 'read', scopes: [] };
    if (node.text === 'write-all') return { range: node.range, all: 'write', scopes: [] };
    return { range: node.range, scopes: [] };
  }
  if (node.type === 'list') return { range: node.range, scopes: [] };
  const scopes = node.entries.map((entry) => ({
    scope: entry.key.text,
    level: levelOf(entry.value),
    range: entry.range,
    levelRange: entry.value.range,
  }));
  return { range: node.range, scopes };
}

function levelOf(node: YamlNode): AccessLevel {
  if (node.type !== 'scalar') return 'none';
  return node.text === 'write' || node.text === 'read' ? node.text : 'none';
}

const RANKS: Readonly<Record<AccessLevel, number>> = { none: 0, read: 1, write: 2 };

export function isWider(level: AccessLevel, than: AccessLevel): boolean {
  return RANKS[level] > RANKS[than];
}

/** The level a scope has under a `permissions:` value: scopes that are not named get nothing. */
export function levelUnder(permissions: Permissions, scope: string): AccessLevel {
  return permissions.all ?? permissions.scopes.find((entry) => entry.scope === scope)?.level ?? 'none';
}
