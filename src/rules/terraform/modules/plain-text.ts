import type { HclValue } from '../../../documents/terraform.ts';

/** A value as text, whatever it is; an object has none of its own, and asking it for one fails. */
export function plainText(value: HclValue): string {
  if (Array.isArray(value)) return value.map(plainText).join();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
