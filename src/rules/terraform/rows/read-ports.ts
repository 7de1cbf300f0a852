import { attribute, type HclAttribute, type HclBlock, type HclValue } from '../../../documents/terraform.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { plainText } from '../modules/plain-text.ts';
import { type PortRange, parsePorts, protocolName } from './port-exposure.ts';
import type { PortShape } from './row.ts';

/** What holds one rule: a block, or an object of a list. */
export interface RuleBody {
  readonly attributes: readonly Pick<HclAttribute, 'name' | 'value' | 'range'>[];
  readonly blocks: readonly HclBlock[];
}

/** The ports that a firewall rule opens, as far as they are known. */
export function portsOf(shape: PortShape, body: RuleBody, scope: ModuleScope): readonly PortRange[] {
  const value = (of: RuleBody, name: string): HclValue | undefined => {
    const given = of.attributes.find((one) => one.name === name);
    const resolved = given && scope.resolve(given.value);
    return resolved?.known ? resolved.value : undefined;
  };
  if (shape.style === 'blocks') {
    return body.blocks
      .filter(({ type }) => type === shape.block)
      .flatMap((block) => {
        const protocol = protocolName(value(block, shape.protocol) ?? 'unknown');
        const given = attribute(block, shape.ranges);
        const ranges = given ? value(block, shape.ranges) : ['*'];
        const range = given?.range ?? block.headerRange;
        return protocol === undefined || ranges === undefined
          ? []
          : texts(ranges).flatMap((text) => parsePorts(text, protocol).map((one) => ({ ...one, range })));
      });
  }
  const protocol = protocolName(value(body, shape.protocol) ?? 'unknown');
  if (protocol === undefined) return [];
  if (shape.style === 'ranges')
    return shape.ranges.flatMap((name) => texts(value(body, name) ?? [])).flatMap((text) => parsePorts(text, protocol));
  if (protocol === 'any') return [{ from: 0, to: 65_535, protocol }];
  const [from, to] = [Number(value(body, shape.from) ?? Number.NaN), Number(value(body, shape.to) ?? Number.NaN)];
  return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ from, to, protocol }];
}

/** A value that is a text or a list of texts. */
export function texts(value: HclValue): readonly string[] {
  if (Array.isArray(value)) return value.map(plainText);
  return value === null || typeof value === 'object' ? [] : [String(value)];
}
