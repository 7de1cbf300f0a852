import type { HclValue } from '../../../documents/terraform.ts';
import { plainText } from '../modules/plain-text.ts';
import type { Must } from './row.ts';

/** Whether a value is as a row demands. */
export function meets(value: HclValue, must: Must): boolean {
  if ('be' in must) return must.be.some((one) => same(one, value));
  if ('notBe' in must) return !must.notBe.some((one) => same(one, value));
  if ('beAtLeast' in must) return !(numberOf(value) < must.beAtLeast);
  if ('beAtMost' in must) return !(numberOf(value) > must.beAtMost);
  if ('beSet' in must) return plainText(value) !== '';
  const parts = Array.isArray(value) ? value.map(plainText) : [plainText(value)];
  if ('contain' in must) return must.contain.every((one) => parts.includes(one));
  if ('containOneOf' in must) return must.containOneOf.some((one) => parts.includes(one));
  if ('match' in must) return parts.every((part) => new RegExp(must.match).test(part));
  if ('notMatch' in must) return !parts.some((part) => new RegExp(must.notMatch).test(part));
  return !must.notContain.some((one) => (Array.isArray(value) ? parts.includes(one) : parts[0]?.includes(one)));
}

/** Terraform takes `"true"` for `true`. */
function same(one: HclValue, other: HclValue): boolean {
  return plainText(one).toLowerCase() === plainText(other).toLowerCase();
}

function numberOf(value: HclValue): number {
  return Number(/^\s*(-?\d+(?:\.\d+)?)/.exec(plainText(value))?.[1] ?? Number.NaN);
}
