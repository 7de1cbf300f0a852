import type { Uses } from '../../../documents/workflow/uses.ts';
import { DELIVERY_ACTIONS } from './known/delivery-actions.ts';
import { GITHUB_ACTIONS } from './known/github-actions.ts';
import type { KnownAction, KnownActions } from './known/known-action.ts';
import { LANGUAGE_ACTIONS } from './known/language-actions.ts';
import { QUALITY_ACTIONS } from './known/quality-actions.ts';

const KNOWN: KnownActions = { ...GITHUB_ACTIONS, ...DELIVERY_ACTIONS, ...LANGUAGE_ACTIONS, ...QUALITY_ACTIONS };

/** The row of a published action, whatever its version; names are the same in capitals and small letters. */
export function knownAction({ kind, repository, path }: Uses): KnownAction | undefined {
  if (kind !== 'repository') return undefined;
  const name = [repository, path].filter(Boolean).join('/').toLowerCase();
  return Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
}

/** The words of a field of a row. */
export function wordsOf(text: string | undefined): readonly string[] {
  return text ? text.split(' ') : [];
}
