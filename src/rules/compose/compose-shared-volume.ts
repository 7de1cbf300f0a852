import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { isDevelopmentFile } from './services/is-development-file.ts';
import { type Mount, readMounts } from './services/read-mounts.ts';

export const composeSharedVolume: Rule<ComposeDocument> = {
  id: 'compose-shared-volume',
  kinds: ['compose'],
  title: 'Several services write to one volume',
  severity: 'info',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { kics: ['8c978947-0ff6-485c-b0c2-0bfca6026466', 'shared_volumes_between_containers'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    if (isDevelopmentFile(path)) return;
    for (const [source, [first, second, ...more]] of writersOf(view.services)) {
      if (!first || !second) continue;
      const names = [first, second, ...more].map(({ service }) => service.name);
      yield {
        range: second.mount.node.range,
        key: source,
        message: {
          what: `${quote(source)} is written to by ${quoteAll(names)}.`,
          why: 'Who gets into one of them changes what the others read, and programs that do not expect each other spoil the files.',
          remedy: `Let one service write, and mount it read-only (${quote(':ro')}) in the others.`,
        },
      };
    }
  },
};

interface Writer {
  readonly service: ComposeService;
  readonly mount: Mount;
}

/** The services that may write to each volume of the file, once each. */
function writersOf(services: readonly ComposeService[]): ReadonlyMap<string, readonly Writer[]> {
  const writers = new Map<string, Writer[]>();
  for (const service of services) {
    const own = new Set<string>();
    for (const mount of readMounts(service)) {
      if (!isNamed(mount.source) || mount.readOnly || own.has(mount.source)) continue;
      own.add(mount.source);
      writers.set(mount.source, [...(writers.get(mount.source) ?? []), { service, mount }]);
    }
  }
  return writers;
}

/** A volume by its name; folders of the host, and letters of their drives, have rules of their own. */
function isNamed(source: string): boolean {
  return /^\w[\w.-]+$/.test(source);
}
