import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { entryOf, itemsAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const composeHostNamespace: Rule<ComposeDocument> = {
  id: 'compose-host-namespace',
  kinds: ['compose'],
  title: 'A wall between container and host is taken down',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    kics: [
      '071a71ff-f868-47a4-ac0b-3c59e4ab5443',
      '4f31dd9f-2cc3-4751-9b53-67e4af83dac0',
      'baa3890f-bed7-46f5-ab8f-1da8fc91c729',
      '404fde2c-bc4b-4371-9747-7054132ac953',
      '8af7162d-6c98-482f-868e-0d33fb675ca8',
    ],
    semgrep: ['seccomp-confinement-disabled', 'selinux-separation-disabled'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const service of view.services) {
      const entries = SHARED.flatMap(({ name, ...rest }) => {
        const entry = entryOf(service.node, name);
        return isHost(entry) ? [{ ...rest, range: entry.range, text: `${name}: host` }] : [];
      });
      for (const one of [...entries, ...options(service)]) yield problem(service, one);
    }
  },
};

interface Open {
  readonly text: string;
  readonly range: Range;
  readonly why: string;
  readonly remedy: string;
  readonly low?: boolean;
}

const SHARED = [
  {
    name: 'pid',
    why: 'It sees every process of the host with its arguments and environment, and as root it can stop or take over each of them.',
    remedy: 'Remove the line; what only watches the host can read `/proc` through a read-only mount.',
  },
  {
    name: 'ipc',
    why: 'It reads and writes the shared memory of every process of the host.',
    remedy: 'Remove the line and set `shm_size`, if the program needs more shared memory.',
  },
  {
    name: 'userns_mode',
    low: true,
    why: 'Where the daemon maps root of its containers to a user without rights, this service is left out: breaking out of it gives the host.',
    remedy: 'Remove the line, and give the files that it writes to the mapped user.',
  },
  {
    name: 'network_mode',
    low: true,
    why: 'It listens on the addresses of the host, and reaches what listens there for the host alone; `ports` have no effect.',
    remedy: 'Remove the line and publish the ports that others need.',
  },
] as const;

function isHost(entry: YamlEntry | undefined): entry is YamlEntry {
  return entry?.value.type === 'scalar' && entry.value.text === 'host';
}

function options({ node }: ComposeService): readonly Open[] {
  return itemsAt(node, 'security_opt').flatMap((option) => {
    const text = option.type === 'scalar' ? option.text : '';
    return /^(seccomp|apparmor|systempaths)[:=]unconfined$|^label[:=]disable$/.test(text)
      ? [
          {
            text,
            range: option.range,
            why: 'It switches off what forbids calls to the kernel that no normal program makes: most ways out of a container go through them.',
            remedy: 'Remove the line, or name a profile that allows what the program needs as well.',
          },
        ]
      : [];
  });
}

function problem({ name }: ComposeService, { text, range, why, remedy, low }: Open): Observation {
  return {
    range,
    key: `${name}/${text}`,
    ...(low ? { severity: 'low' as const } : {}),
    message: { what: `The service ${quote(name)} has ${quote(text)}.`, why, remedy },
  };
}
