import type { Range } from '../../../types.ts';
import type { SettingsChange } from './settings-change.ts';

/** Where a setting stands and stood, as far as it does. */
export function places(base: Range | undefined, head: Range | undefined): Pick<SettingsChange, 'base' | 'head'> {
  return { ...(head ? { head } : {}), ...(base ? { base } : {}) };
}
