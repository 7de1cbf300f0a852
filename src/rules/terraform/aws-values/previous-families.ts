/** https://aws.amazon.com/ec2/previous-generation/ and what AWS offers in their place. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['t1', 't4g or t3'],
  ['m1', 'm7g or m7i'],
  ['m2', 'r7g or r7i'],
  ['m3', 'm7g or m7i'],
  ['m4', 'm7g or m7i'],
  ['c1', 'c7g or c7i'],
  ['cc2', 'c7g or c7i'],
  ['cr1', 'r7g or r7i'],
  ['c3', 'c7g or c7i'],
  ['c4', 'c7g or c7i'],
  ['r3', 'r7g or r7i'],
  ['r4', 'r7g or r7i'],
  ['g2', 'g6'],
  ['g3', 'g6'],
  ['p2', 'g6 or p5'],
  ['hs1', 'd3'],
  ['d2', 'd3'],
  ['h1', 'd3'],
  ['i2', 'i4i'],
]);

/** Families that RDS and ElastiCache count among the older ones; they still call others current that EC2 does not. */
const OF_SERVICES = new Set(['t1', 'm1', 'm2', 'm3', 'cr1', 'c1', 'r3']);

/** What stands before the family in a type of a service, by the attribute that names the type. */
const PREFIXES: Readonly<Record<string, string>> = { instance_class: 'db.', node_type: 'cache.' };

/** The family of the type that an attribute names, and what takes its place; undefined where it is a current one, or no type. */
export function previousFamily(
  type: string,
  attribute: string,
): { readonly family: string; readonly successor: string } | undefined {
  const prefix = PREFIXES[attribute] ?? '';
  const [, service = '', family = ''] = /^(db\.|cache\.)?([a-z]+\d)\./.exec(type) ?? [];
  const successor = SUCCESSORS.get(family);
  if (successor === undefined || service !== prefix || (service !== '' && !OF_SERVICES.has(family))) return undefined;
  return { family: `${service}${family}`, successor: successor.replace(/\b(?=[a-z]\d)/g, service) };
}
