import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { localFacts } from '../local/local-facts.ts';
import { readWorkingTree } from '../local/read-working-tree.ts';
import { explainPolicy, type PolicyValue } from '../policy/explain-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { rules } from '../rules/index.ts';
import { plainText } from '../sanitise.ts';
import type { Policy } from '../types.ts';
import { checkFormat } from './check-format.ts';
import type { Arguments } from './read-arguments.ts';
import { readOrganisation } from './read-organisation.ts';
import { repositoryFolder } from './repository-folder.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Shows every setting that holds, and the file it came from; with a path, what holds there. */
export async function policyCommand(args: Arguments, streams: Streams): Promise<number> {
  checkFormat('policy', args.format, ['pretty', 'json']);
  const { cwd, out } = streams;
  const directory = await repositoryFolder(args.repo, cwd);
  const organisation = await readOrganisation(args, streams);
  const source = { readPolicy: (paths: readonly string[]) => readWorkingTree(directory, paths) };
  const known = new Set(rules.map(({ id }) => id));
  const overrides = args.mode === undefined ? {} : { mode: args.mode };
  const policy = await readPolicy(source, localFacts(organisation), new Date(), known, overrides);
  const path = pathIn(directory, args.operands, cwd);
  const values = explainPolicy(policy, path);
  const problems = [...policy.problems, ...(policy.unreadable ? [policy.unreadable] : [])];
  if (args.format === 'json') out(`${JSON.stringify({ version: 1, values, problems }, null, 2)}\n`);
  else out(table(policy, values, problems));
  return problems.length > 0 ? 2 : 0;
}

/** A path as the settings know it: from the top of the repository, wherever the shell stands. */
function pathIn(directory: string, [named, second]: readonly string[], cwd: string): string | undefined {
  if (second !== undefined)
    throw new UsageError(
      `\`policy\` says what holds at one path, and \`${second}\` is a second. Ask for one at a time.`,
    );
  if (named === undefined) return undefined;
  const path = relative(directory, resolve(realpathSync(cwd), named))
    .split(sep)
    .join('/');
  if (path !== '..' && !path.startsWith('../')) return path;
  throw new UsageError(
    `\`${named}\` is not in ${directory}, so no settings hold there. Name a path of the repository.`,
  );
}

function table({ origin }: Policy, values: readonly PolicyValue[], problems: readonly string[]): string {
  const width = Math.max(...values.map(({ key }) => key.length));
  const lines = values.map(
    ({ key, value, from }) => `${plainText(key).padEnd(width)}  ${plainText(value)}  (${plainText(from)})`,
  );
  return [
    `From ${plainText(origin)}, as the files are here; a review reads them at the tip of the base branch.`,
    '',
    ...lines,
    ...problems.map((problem) => `\n${plainText(problem)}`),
    '',
  ].join('\n');
}
