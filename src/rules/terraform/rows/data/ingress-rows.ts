import type { Severity, Strictness } from '../../../../types.ts';
import type { Opening } from '../port-exposure.ts';
import type { IngressRow, IngressShape } from '../row.ts';

/** A kind of firewall, from which a row is made for each kind of opening. */
export interface Firewall {
  /** What the ids of its rows begin with. */
  readonly id: string;
  /** As it begins a title: `Security group`. */
  readonly name: string;
  readonly remedy: string;
  readonly shapes: readonly IngressShape[];
  readonly strictness?: Strictness;
  /** Absent: as bad as the opening is. */
  readonly severity?: Severity;
  /** Ids in other tools; those of `any` belong to every row. */
  readonly aliases: Readonly<Record<Opening | 'any', Readonly<Record<string, readonly string[]>>>>;
}

interface Family {
  readonly opening: Opening;
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
}

const FAMILIES: readonly Family[] = [
  {
    opening: 'all',
    id: 'all-ports-public',
    title: 'opens every port to the internet',
    severity: 'critical',
  },
  {
    opening: 'ssh',
    id: 'public-ssh',
    title: 'opens SSH to the internet',
    severity: 'critical',
  },
  {
    opening: 'rdp',
    id: 'public-rdp',
    title: 'opens Remote Desktop to the internet',
    severity: 'critical',
  },
  {
    opening: 'service',
    id: 'public-ingress',
    title: 'opens a database or console to the internet',
    severity: 'critical',
  },
  {
    opening: 'other',
    id: 'unknown-port-public',
    title: 'opens a port to the internet',
    severity: 'medium',
  },
];

const WHY =
  'Scanners find an open port within minutes, and from then on only the service behind it stands between them and your data.';

/** The rows of a firewall. */
export function ingressRows(firewall: Firewall): readonly IngressRow[] {
  return FAMILIES.map((family): IngressRow => {
    const { opening } = family;
    return {
      type: 'ingress',
      id: `${firewall.id}-${family.id}`,
      title: `${firewall.name} ${family.title}`,
      severity: firewall.severity ?? family.severity,
      domain: 'security',
      ...(firewall.strictness ? { strictness: firewall.strictness, confidence: 'likely' } : {}),
      aliases: aliasesOf(firewall, opening),
      openings: [opening],
      why: WHY,
      remedy: firewall.remedy,
      shapes: firewall.shapes,
    };
  });
}

type Ids = Readonly<Record<string, readonly string[]>>;

/** Others count both consoles among the sensitive ports, and all of them as open where every port is. */
const ANSWERS: Readonly<Record<Opening, readonly (Opening | 'any')[]>> = {
  all: ['any', 'all', 'ssh', 'rdp', 'service'],
  ssh: ['any', 'ssh', 'service'],
  rdp: ['any', 'rdp', 'service'],
  service: ['any', 'service'],
  other: ['any', 'other'],
};

function aliasesOf({ aliases }: Firewall, opening: Opening): Ids {
  const given = ANSWERS[opening].map((one) => aliases[one]);
  const tools = new Set(given.flatMap((ids) => Object.keys(ids)));
  return Object.fromEntries([...tools].map((tool) => [tool, [...new Set(given.flatMap((ids) => ids[tool] ?? []))]]));
}
