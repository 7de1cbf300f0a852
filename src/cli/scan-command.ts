import { findScanTarget, folderSource } from '../local/folder-source.ts';
import { localFacts } from '../local/local-facts.ts';
import { renderScan } from '../output/format.ts';
import { scan } from '../scan.ts';
import { withProgress } from './progress.ts';
import type { Arguments } from './read-arguments.ts';
import { readOrganisation } from './read-organisation.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Looks at files as they are, without a base. Exit code 1 when something was found. */
export async function scanCommand(args: Arguments, streams: Streams): Promise<number> {
  const target = await findScanTarget(args.operands, streams.cwd).catch((cause: unknown) => {
    throw new UsageError(`${args.operands.join(', ')} cannot be scanned: a path does not exist or cannot be read.`, {
      cause,
    });
  });
  const options = {
    isolated: args.flags.has('isolated'),
    whole: args.operands.length === 0,
    now: new Date(),
    ...(args.kind ? { fallbackKind: args.kind } : {}),
    ...(args.strictness ? { strictness: args.strictness } : {}),
  };
  const facts = localFacts(await readOrganisation(args, streams));
  const result = await withProgress(streams, 'Scanning', () => scan(folderSource(target, args.kind), facts, options));
  streams.out(renderScan(result, args.format, streams.terminal));
  return result.findings.length > 0 ? 1 : 0;
}
