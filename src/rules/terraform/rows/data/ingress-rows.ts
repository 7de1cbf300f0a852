import type { Severity, Strictness } from '../../../../types.ts';
import type { Opening } from '../port-exposure.ts';
import type { Example, IngressRow, IngressShape } from '../row.ts';

/** A kind of firewall, from which a row is made for each kind of opening. */
export interface Firewall {
  /** What the ids of its rows begin with. */
  readonly id: string;
  /** As it begins a title: `Security group`. */
  readonly name: string;
  readonly about: string;
  readonly remedy: string;
  readonly whenNot: string;
  readonly shapes: readonly IngressShape[];
  readonly strictness?: Strictness;
  /** Absent: as bad as the opening is. */
  readonly severity?: Severity;
  /** Ids in other tools; those of `any` belong to every row. */
  readonly aliases: Readonly<Record<Opening | 'any', Readonly<Record<string, readonly string[]>>>>;
  /** Code that lets a source in by TCP; the port is `*` for all. */
  readonly example: (port: string, source: 'narrow' | 'open') => string;
  /** More examples, by opening. */
  readonly bad?: Readonly<Partial<Record<Opening, readonly Example[]>>>;
  readonly good?: Readonly<Partial<Record<Opening, readonly Example[]>>>;
  readonly references: readonly [string, ...string[]];
}

interface Family {
  readonly opening: Opening;
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly port: string;
  readonly about: string;
}

const FAMILIES: readonly Family[] = [
  {
    opening: 'all',
    id: 'all-ports-public',
    title: 'opens every port to the internet',
    severity: 'critical',
    port: '*',
    about:
      'Whatever listens behind it, now or later, can be reached by everybody. A range with both SSH and Remote Desktop in it counts as every port.',
  },
  {
    opening: 'ssh',
    id: 'public-ssh',
    title: 'opens SSH to the internet',
    severity: 'critical',
    port: '22',
    about: 'Port 22 is tried by scanners all day; one weak password or old server is enough.',
  },
  {
    opening: 'rdp',
    id: 'public-rdp',
    title: 'opens Remote Desktop to the internet',
    severity: 'critical',
    port: '3389',
    about: 'Port 3389 is how most ransomware comes in: by guessed passwords and by holes of the service itself.',
  },
  {
    opening: 'service',
    id: 'public-ingress',
    title: 'opens a database or console to the internet',
    severity: 'critical',
    port: '5432',
    about:
      'Databases, caches, consoles and cluster ports were rarely built to be reached by strangers, and are scanned for all the time. SSH, Remote Desktop and unknown ports are told by rules of their own.',
  },
  {
    opening: 'other',
    id: 'unknown-port-public',
    title: 'opens a port to the internet',
    severity: 'medium',
    port: '8081',
    about:
      'What listens there is not known, and may be meant for everybody. The web ports 80 and 443, HTTP/3 and the usual VPN ports are not reported, for they are there to be reached.',
  },
];

const WHY =
  'Scanners find an open port within minutes, and from then on only the service behind it stands between them and your data.';

/** The rows of a firewall. */
export function ingressRows(firewall: Firewall): readonly IngressRow[] {
  return FAMILIES.map((family): IngressRow => {
    const { opening, port } = family;
    return {
      type: 'ingress',
      id: `${firewall.id}-${family.id}`,
      title: `${firewall.name} ${family.title}`,
      severity: firewall.severity ?? family.severity,
      domain: 'security',
      ...(firewall.strictness ? { strictness: firewall.strictness, confidence: 'likely' } : {}),
      aliases: aliasesOf(firewall, opening),
      opening,
      about: `${family.about}\n\n${firewall.about} Where the rule was narrower before the change, the fix takes its addresses back.`,
      why: WHY,
      remedy: firewall.remedy,
      shapes: firewall.shapes,
      bad: [
        { base: unmarked(firewall.example(port, 'narrow')), text: firewall.example(port, 'open') },
        ...(firewall.bad?.[opening] ?? []),
      ],
      good: [{ text: unmarked(firewall.example(port, 'narrow')) }, ...(firewall.good?.[opening] ?? [])],
      whenNot: firewall.whenNot,
      references: firewall.references,
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

function unmarked(text: string): string {
  return text.replaceAll(' ◀', '');
}
