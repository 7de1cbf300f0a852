import type { ComposeService } from '../../../documents/compose.ts';
import { runTogether } from './run-together.ts';

/** Something that a service takes for itself. */
interface Claim {
  readonly service: ComposeService;
}

/** Of many claims to the same thing only so many are compared. */
const MOST = 50;

/** Pairs each claim with the first earlier one of another service that runs with its own. `of` is what can be had once. */
export function rivals<Kind extends Claim>(
  claims: readonly Kind[],
  of: (claim: Kind) => string,
  collide: (one: Kind, other: Kind) => boolean = () => true,
): readonly { readonly earlier: Kind; readonly later: Kind }[] {
  const seen = new Map<string, Kind[]>();
  return claims.flatMap((later) => {
    const before = seen.get(of(later)) ?? [];
    const earlier = before.find(
      (one) => one.service !== later.service && runTogether(one.service, later.service) && collide(one, later),
    );
    if (before.length < MOST) before.push(later);
    seen.set(of(later), before);
    return earlier ? [{ earlier, later }] : [];
  });
}
