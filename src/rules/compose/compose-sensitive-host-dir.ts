import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { entryOf, mapAt, textAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { hasRole } from './services/image-roles.ts';
import { isDevelopmentFile } from './services/is-development-file.ts';
import { type Mount, readMounts } from './services/read-mounts.ts';

/** Programs, keys and settings of the host. Data under /home, /opt, /srv and /var is what a single host keeps for its services. */
const SENSITIVE =
  /^(\/|\/(bin|boot|dev|etc|home|lib|lib64|proc|root|run|sbin|sys|usr|var|var\/run|var\/lib)|\/(boot|proc|sys|usr\/(s?bin|lib))\/.*|\/etc\/(kubernetes|ssh|cron[\w.]*|systemd|pam\.d|sudoers[\w.]*|shadow|gshadow|passwd|group)(\/.*)?|\/var\/lib\/(docker|containerd|kubelet)(\/.*)?|(~|\$HOME|\$\{HOME\}|\/root|\/home\/[^/]+)\/\.(ssh|gnupg)(\/.*)?)$/;
/** The same on every host, and nothing to learn from it. */
const HARMLESS = /^(\/etc\/(passwd|group)|\/sys\/fs\/cgroup(\/.*)?|\/usr\/lib\/.*|\/sys\/(class|devices|bus)(\/.*)?)$/;

export const composeSensitiveHostDir: Rule<ComposeDocument> = {
  id: 'compose-sensitive-host-dir',
  kinds: ['compose'],
  title: 'Service mounts a system directory of its host',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { kics: ['1c1325ff-831d-43a1-973e-839ae57dfcc0', 'volume_has_sensitive_host_directory'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    const mounted = view.services.flatMap((service) =>
      readMounts(service)
        .filter(({ source }) => SENSITIVE.test(plain(source)))
        .map((mount) => ({ service, mount })),
    );
    for (const { service, mount } of mounted) if (!isFine(service, mount)) yield problem(path, service, mount);
    const volumes = boundVolumes(view.root);
    for (const volume of volumes) yield volumeProblem(path, volume);
    const [first] = view.services;
    if (first && mounted.length === 0 && volumes.length === 0)
      yield {
        proof: `0 of ${view.services.length} services mount a system directory of their host`,
        range: first.nameRange,
      };
  },
};

/** Volumes of the file that are folders of the host by another name. */
function boundVolumes(root: YamlMap | undefined): readonly BoundVolume[] {
  return (mapAt(root, 'volumes')?.entries ?? []).flatMap(({ key, value }) => {
    const device = entryOf(mapAt(value, 'driver_opts'), 'device');
    const source = textAt(device?.value);
    const isBound = /(^|,)r?bind(,|$)/.test(textAt(value, 'driver_opts', 'o') ?? '');
    if (!device || source === undefined || !isBound || !SENSITIVE.test(plain(source))) return [];
    return [{ name: key.text, source, range: device.range }];
  });
}

interface BoundVolume {
  readonly name: string;
  readonly source: string;
  readonly range: Range;
}

function volumeProblem(path: string, { name, source, range }: BoundVolume): Observation {
  return {
    range,
    key: `volumes/${name}`,
    ...(isDevelopmentFile(path) ? { severity: 'low' as const } : {}),
    message: {
      what: `The volume ${quote(name)} is ${quote(source)} of the host.`,
      why: 'Who gets into a service that mounts it reads or changes the host from there: programs, keys, other services.',
      remedy: 'Name the one folder that is needed, or keep the data in a volume of its own.',
    },
  };
}

function plain(source: string): string {
  return source.length > 1 ? source.replace(/\/$/, '') : source;
}

/** What an agent only reads is what it is for; control groups are written to by whatever runs a system of its own. */
function isFine(service: ComposeService, { source, readOnly }: Mount): boolean {
  if (plain(source).startsWith('/sys/fs/cgroup')) return true;
  return readOnly && (HARMLESS.test(plain(source)) || hasRole(service, 'watcher'));
}

function problem(path: string, service: ComposeService, mount: Mount): Observation {
  const { source, readOnly, node } = mount;
  const expected = hasRole(service, 'watcher') || hasRole(service, 'runtime');
  const mild = expected || isDevelopmentFile(path);
  return {
    range: node.range,
    key: `${service.name}/${plain(source)}`,
    ...(mild ? { severity: 'low' as const } : readOnly ? { severity: 'medium' as const } : {}),
    ...(mild ? { confidence: 'likely' as const } : {}),
    message: {
      what: `The service ${quote(service.name)} mounts ${quote(source)} of its host${readOnly ? ', read-only' : ', and can write to it'}.`,
      why: readOnly
        ? 'What stands there are keys, settings, and files of other services: who gets into this one reads them.'
        : 'Who gets into the service changes the host from there: programs, keys, other services.',
      remedy: 'Mount the one file or folder it needs, read-only, or keep its data in a volume.',
    },
  };
}
