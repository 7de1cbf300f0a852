import type { Finding, Policy } from '../types.ts';
import { codeOwnersOf } from './code-owners.ts';
import { scopeAt } from './policy-at.ts';

/** Who answers for a path: the owners of its scope in the settings, else those that CODEOWNERS names; empty: nobody. */
export function ownersAt(policy: Policy, path: string): readonly string[] {
  const owners = scopeAt(policy, path)?.owners ?? [];
  return owners.length > 0 ? owners : codeOwnersOf(path, policy.codeOwners);
}

/** The findings with the owners of their files. */
export function nameOwners(findings: readonly Finding[], policy: Policy): readonly Finding[] {
  const known = new Map<string, readonly string[]>();
  return findings.map((finding) => {
    const { path } = finding.location;
    const owners = known.get(path) ?? ownersAt(policy, path);
    known.set(path, owners);
    return owners.length > 0 ? { ...finding, owners } : finding;
  });
}

/** The owners of paths, everybody who owns something together once. Paths that nobody owns do not count. */
export function ownersOfPaths(paths: readonly string[], policy: Policy): readonly (readonly string[])[] {
  const groups = new Map<string, readonly string[]>();
  for (const path of paths) {
    const owners = ownersAt(policy, path);
    if (owners.length > 0) groups.set(JSON.stringify(owners), owners);
  }
  return [...groups.values()];
}
