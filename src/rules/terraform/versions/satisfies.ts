/** Whether a version meets a constraint as Terraform writes it; undefined where either cannot be read. */
export function satisfies(version: string, constraint: string): boolean | undefined {
  const given = parse(version);
  if (!given || given.isPrerelease) return undefined;
  const verdicts = constraint.split(',').map((part) => meetsOne(given.numbers, part.trim()));
  if (verdicts.includes(undefined)) return undefined;
  return !verdicts.includes(false);
}

interface Version {
  readonly numbers: readonly number[];
  readonly isPrerelease: boolean;
}

function parse(text: string): Version | undefined {
  const [, numbers, suffix] = /^v?(\d+(?:\.\d+){0,2})(-[\w.-]+)?(?:\+[\w.-]+)?$/.exec(text.trim()) ?? [];
  return numbers === undefined
    ? undefined
    : { numbers: numbers.split('.').map(Number), isPrerelease: suffix !== undefined };
}

function meetsOne(version: readonly number[], part: string): boolean | undefined {
  const [, operator = '', text = ''] = /^(=|!=|>=|<=|>|<|~>)?\s*(\S+)$/.exec(part) ?? [];
  const wanted = parse(text);
  if (!wanted) return undefined;
  // A pre-release is met by itself alone.
  if (wanted.isPrerelease) return undefined;
  const order = compare(version, wanted.numbers);
  switch (operator) {
    case '':
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0 && samePrefix(version, wanted.numbers);
  }
}

/** `~> 1.2` stays within 1, `~> 1.2.3` within 1.2, `~> 1` is `>= 1`. */
function samePrefix(version: readonly number[], wanted: readonly number[]): boolean {
  return wanted.slice(0, -1).every((number, i) => (version[i] ?? 0) === number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
