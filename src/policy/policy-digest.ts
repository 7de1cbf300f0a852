import { digestOf } from '../canonical-json.ts';
import type { Policy } from '../types.ts';

/** The digest of what a policy asks for today; where it came from, and who owns which file, does not count. */
export function policyDigest(policy: Policy): string {
  const { origin: _origin, origins: _origins, problems: _problems, codeOwners: _owners, ...asked } = policy;
  return digestOf(asked);
}
