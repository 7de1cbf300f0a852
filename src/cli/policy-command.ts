import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { localFacts } from '../local/local-facts.ts';
import { readWorkingTree } from '../local/read-working-tree.ts';
import { explainPolicy, type PolicyValue } from '../policy/explain-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { rules } from '../rules/index.ts';
import { plainText } from '../sanitise.ts';
import type { Policy } from '../types.ts';
import type { Arguments } from './read-arguments.ts';
import { readText } from './read-text.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Shows every setting that holds, and the file it came from; with a path, what holds there. */
export async function policyCommand(args: Arguments, streams: Streams): Promise<number> {
  const { cwd, out } = streams;
  const directory = resolve(cwd, args.repo ?? '.');
  if (!existsSync(directory))
    throw new UsageError(`The folder ${directory} does not exist. Name a repository with --repo.`);
  const organisation = args.organisation && (await readText('organisation', args.organisation, streams));
  const source = { readPolicy: (paths: readonly string[]) => readWorkingTree(directory, paths) };
  const known = new Set(rules.map(({ id }) => id));
  const overrides = args.mode === undefined ? {} : { mode: args.mode };
  const policy = await readPolicy(source, localFacts(organisation), new Date(), known, overrides);
  const [path] = args.operands;
  const values = explainPolicy(policy, path);
  const problems = [...policy.problems, ...(policy.unreadable ? [policy.unreadable] : [])];
  if (args.format === 'json') out(`${JSON.stringify({ version: 1, values, problems }, null, 2)}\n`);
  else out(table(policy, values, problems));
  return problems.length > 0 ? 2 : 0;
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
