import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { kindOfPath } from '../change/kind-of-path.ts';
import { findScanTarget, folderSource } from '../local/folder-source.ts';
import { localFacts } from '../local/local-facts.ts';
import { countDebt } from '../output/count-debt.ts';
import { debtReport } from '../output/debt-report.ts';
import { scan } from '../scan.ts';
import { checkFormat } from './check-format.ts';
import { withProgress } from './progress.ts';
import type { Arguments } from './read-arguments.ts';
import { readOrganisation } from './read-organisation.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Counts what exists in a repository, whoever made it. It informs: the exit code is 0 whatever is found. */
export async function debtCommand(args: Arguments, streams: Streams): Promise<number> {
  checkFormat('debt', args.format, ['pretty', 'json', 'markdown']);
  const root = resolve(streams.cwd, args.repo ?? '.');
  if (!existsSync(root)) throw new UsageError(`The folder ${root} does not exist. Name a repository with --repo.`);
  const wanted = args.operands.map((path) => below(root, resolve(root, path), path));
  const isWanted = (path: string) =>
    wanted.length === 0 || wanted.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
  const target = await findScanTarget([root], streams.cwd);
  const options = {
    isolated: false,
    now: new Date(),
    ...(args.strictness ? { strictness: args.strictness } : {}),
  };
  const facts = localFacts(await readOrganisation(args, streams));
  // All files, whatever part is asked for: what one says may depend on the others.
  const result = await withProgress(streams, 'Counting', () => scan(folderSource(target), facts, options));
  const findings = result.findings.filter(({ location }) => isWanted(location.path));
  const accepted = result.accepted.filter(({ location }) => isWanted(location.path)).length;
  const unread = result.problems.filter(({ path, about }) => isWanted(path) && about === undefined).length;
  const files = target.paths.filter((path) => isWanted(path) && kindOfPath(path) !== 'other').length;
  streams.out(debtReport(countDebt(findings), { files, unread, accepted }, args.format, streams.terminal));
  return 0;
}

function below(root: string, path: string, named: string): string {
  const inside = relative(root, path).split(sep).join('/');
  if (inside.startsWith('..') || !existsSync(path)) {
    throw new UsageError(
      `There is no \`${named}\` in ${root}, so nothing can be counted there. Name a path of the repository.`,
    );
  }
  return inside;
}
