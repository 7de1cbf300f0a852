import type { RuleContext } from '../../../types.ts';
import { knownRange } from '../versions/known-range.ts';
import { isOlder } from '../versions/version.ts';

/** Since this version torch.load refuses pickled code by default (https://pytorch.org/docs/stable/generated/torch.load.html). */
const SAFE_SINCE = [2, 6];

/** Whether `torch.load` is safe by default with the version that the nearest dependency file asks for. */
export function torchDefault(path: string, context: RuleContext): 'safe' | 'unsafe' | 'unknown' {
  const range = knownRange({ distributions: ['torch', 'pytorch'] }, path, context);
  if (range?.from && !isOlder(range.from, SAFE_SINCE)) return 'safe';
  return range?.below && !isOlder(SAFE_SINCE, range.below) ? 'unsafe' : 'unknown';
}
