import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AddressedBlock, resourcesOf } from './modules/addressed-blocks.ts';
import { type ModuleScope, moduleScope } from './modules/module-scope.ts';
import { movedAddresses } from './modules/moved-addresses.ts';
import { protectedGone } from './protection/protected-gone.ts';
import { isStateful, type Protection, protectionsOf } from './protection/protections.ts';
import { restoreProtection } from './protection/restore-protection.ts';

export const preventDestroyRemoved: Rule<TerraformModule> = {
  id: 'prevent-destroy-removed',
  kinds: ['terraform'],
  title: 'Protection against deletion was removed',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *compare(base, head, context) {
    if (!base || !head) return;
    const scopes = { base: moduleScope(base), head: moduleScope(head) };
    const moved = movedAddresses(head);
    const after = new Map(resourcesOf(head).map((resource) => [resource.address, resource]));
    for (const before of resourcesOf(base)) {
      const now = after.get(moved.get(before.address) ?? before.address);
      if (now) yield* weakened(before, now, scopes);
      else yield* protectedGone(before, base, head, scopes.base, context);
    }
  },
};

interface Loss {
  readonly old: Protection;
  readonly now: Protection;
}

function* weakened(
  before: AddressedBlock,
  after: AddressedBlock,
  scopes: { readonly base: ModuleScope; readonly head: ModuleScope },
): Generator<Observation> {
  const current = protectionsOf(after.block, scopes.head);
  const pairs = protectionsOf(before.block, scopes.base).flatMap((old): Loss[] => {
    const now = current.find(({ name }) => name === old.name);
    return now && old.state === 'on' ? [{ old, now }] : [];
  });
  for (const { now } of pairs) {
    if (now.state === 'unknown')
      yield {
        unverified: `${now.name} of ${after.address} is not known`,
        path: after.document.path,
        range: after.block.headerRange,
      };
  }
  const losses = pairs.filter(({ now }) => now.state === 'off');
  if (losses.length > 0) yield problem(before, after, losses);
}

function problem(before: AddressedBlock, after: AddressedBlock, losses: readonly Loss[]): Observation {
  const edits = losses.flatMap(({ old, now }) => restoreProtection(before, after, old, now));
  const names = losses.map(({ old }) => old.name).join(' and ');
  const shown = losses.find(({ now }) => now.given)?.now.given?.range;
  const lost = losses.find(({ old }) => old.given)?.old.given?.range ?? before.block.headerRange;
  return {
    ...(shown
      ? { range: shown, path: after.document.path }
      : { range: lost, path: before.document.path, side: 'base' as const }),
    key: `${after.address}/${names}`,
    severity: isStateful(after.block.labels[0]?.text ?? '') ? 'critical' : 'high',
    ...(losses.every(({ now }) => now.byDefault) ? { confidence: 'likely' as const } : {}),
    message: {
      what: `${quote(after.address)} ${losses.map(told).join(', and ')}.`,
      why: whyOf(losses),
      remedy: 'Restore it. If the resource is really to go, do that in a change of its own that says so.',
    },
    ...(shown && lost !== before.block.headerRange
      ? {
          related: [
            { path: before.document.path, side: 'base' as const, range: lost, message: 'The protection as it was.' },
          ],
        }
      : {}),
    ...(edits.length > 0 ? { fix: { title: `Restore ${names}`, safety: 'safe' as const, edits } } : {}),
  };
}

function told({ old, now }: Loss): string {
  return now.given
    ? `now has ${quote(`${now.name} = ${opposite(now.safe)}`)}`
    : `lost ${quote(`${old.name} = ${old.safe}`)}`;
}

function opposite(safe: string): string {
  if (safe === 'true') return 'false';
  return safe === 'false' ? 'true' : `something other than ${safe}`;
}

function whyOf(losses: readonly Loss[]): string {
  const names = losses.map(({ old }) => old.name);
  if (names.includes('force_destroy') && names.length > 1)
    return 'The next rename or replacement deletes it with everything in it, and nothing stops the plan any more.';
  if (names.includes('force_destroy') || names.includes('force_delete'))
    return 'A destroy or replacement now deletes everything in it instead of stopping at the first object.';
  if (names.includes('skip_final_snapshot')) return 'A destroy or replacement now leaves no snapshot to come back to.';
  return 'A rename, a replacement or a stray destroy now deletes it, and no plan or API call refuses.';
}
