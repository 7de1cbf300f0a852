/** An address range as numbers: IPv4 only, so that widths can be compared. */
export interface Cidr {
  readonly start: number;
  readonly bits: number;
  readonly text: string;
}

/** `10.4.0.0/16`, or a single address; undefined for anything else. */
export function parseCidr(text: string): Cidr | undefined {
  const [, a, b, c, d, bits = '32'] =
    /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (a === undefined) return undefined;
  const parts = [a, b, c, d].map(Number);
  if (parts.some((part) => part > 255) || Number(bits) > 32) return undefined;
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  const size = 2 ** (32 - Number(bits));
  return { start: Math.floor(address / size) * size, bits: Number(bits), text };
}

/** Whether a range holds another one and more. */
export function isWider(wide: Cidr, narrow: Cidr): boolean {
  const size = 2 ** (32 - wide.bits);
  return wide.bits < narrow.bits && narrow.start >= wide.start && narrow.start < wide.start + size;
}

/** Of a network of one's own, by RFC 1918 or RFC 6598. */
export function isPrivate(range: Cidr): boolean {
  return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].some((text) => {
    const own = parseCidr(text);
    return own !== undefined && (own.start === range.start ? own.bits <= range.bits : isWider(own, range));
  });
}
