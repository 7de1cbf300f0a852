import type { ComposeService } from '../../../documents/compose.ts';
import { itemsAt } from '../../../documents/yaml/yaml-node.ts';

/** Whether every start of the one starts the other as well: without profiles, or with one in common. Two profiles are alternatives. */
export function runTogether(one: ComposeService, other: ComposeService): boolean {
  const [first, second] = [profilesOf(one), profilesOf(other)];
  if (first.length === 0 || second.length === 0) return first.length === second.length;
  return first.some((profile) => second.includes(profile));
}

function profilesOf({ node }: ComposeService): readonly string[] {
  return itemsAt(node, 'profiles').flatMap((profile) => (profile.type === 'scalar' ? [profile.text] : []));
}
