import type { AccessLevel } from '../../../documents/workflow/permissions.ts';
import { isWider } from '../../../documents/workflow/permissions.ts';

/** Scopes with the level that something takes. */
export type ScopeSet = Readonly<Record<string, AccessLevel>>;

/** What a step, or all steps of a job, do with the token of the run. */
export interface TokenUse {
  /** What is certainly needed. */
  readonly needs: ScopeSet;
  /** What may be needed besides. */
  readonly may: ScopeSet;
  /** Runs programs that are not known, which may push with what the checkout left. */
  readonly mayPush: boolean;
}

export const NO_USE: TokenUse = { needs: {}, may: {}, mayPush: false };

/** Reads `contents: read, packages: write?`. */
export function tokenUse(text: string): TokenUse {
  const parts = text.split(',').map((part) => /^\s*([\w-]+): (read|write)(\?)?\s*$/.exec(part) ?? []);
  const [needs, may]: [Record<string, AccessLevel>, Record<string, AccessLevel>] = [{}, {}];
  for (const [, scope, level, maybe] of parts) {
    if (scope !== undefined) (maybe ? may : needs)[scope] = level === 'write' ? 'write' : 'read';
  }
  return { needs, may, mayPush: false };
}

/** All of several uses; undefined where one of them is not known. */
export function allUses(uses: Iterable<TokenUse | undefined>): TokenUse | undefined {
  let [needs, may, mayPush]: [ScopeSet, ScopeSet, boolean] = [{}, {}, false];
  for (const use of uses) {
    if (!use) return undefined;
    needs = joined(needs, use.needs);
    may = joined(may, use.may);
    mayPush ||= use.mayPush;
  }
  return { needs, may, mayPush };
}

function joined(one: ScopeSet, other: ScopeSet): ScopeSet {
  const all: Record<string, AccessLevel> = { ...one };
  for (const [scope, level] of Object.entries(other)) if (isWider(level, all[scope] ?? 'none')) all[scope] = level;
  return all;
}
