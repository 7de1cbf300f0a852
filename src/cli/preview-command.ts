import { resolve } from 'node:path';
import { builtInAgents } from '../local/assets.ts';
import { findBase } from '../local/find-base.ts';
import { tryGit } from '../local/git.ts';
import { mergesSince } from '../local/merges-since.ts';
import { readObjects } from '../local/read-objects.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import { SETTINGS_PATH } from '../policy/settings-schema.ts';
import type { Source } from '../types.ts';
import { checkFormat } from './check-format.ts';
import { previewReport } from './preview/preview-report.ts';
import { previewResult } from './preview/preview-result.ts';
import { remembered, replay } from './preview/replay.ts';
import { sinceDate } from './preview/since.ts';
import { withProgress } from './progress.ts';
import type { Arguments } from './read-arguments.ts';
import { readOrganisation } from './read-organisation.ts';
import { readText } from './read-text.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Replays what was merged, and says what each gate would have stopped. It informs: the exit code is 0. */
export async function previewCommand(args: Arguments, streams: Streams): Promise<number> {
  checkFormat('preview', args.format, ['pretty', 'json']);
  const now = new Date();
  const since = sinceDate(args.since ?? '90d', now);
  const { directory, tip } = await historyOf(args, streams);
  const merges = await mergesSince(directory, tip, since);
  if ((await tryGit(directory, ['rev-parse', '--is-shallow-repository'])) === 'true')
    streams.err('This clone is shallow, so older merges are not in it: `git fetch --unshallow` brings them.\n');
  let done = 0;
  const options = {
    directory,
    readPolicy: await policyReader(args, streams, directory, tip),
    organisation: await readOrganisation(args, streams),
    agentFiles: await builtInAgents(),
    now,
    done: () => done++,
  };
  const started = performance.now();
  const replayed = await withProgress(
    streams,
    () => `Replaying ${done} of ${merges.length}`,
    () => replay(merges, options),
  );
  const seconds = (performance.now() - started) / 1000;
  streams.out(previewReport(previewResult(replayed, { since, seconds }), args.format, streams.terminal));
  return 0;
}

async function historyOf({ repo, base: wanted }: Arguments, { cwd }: Streams) {
  const directory = resolve(cwd, repo ?? '.');
  const root = await tryGit(directory, ['rev-parse', '--show-toplevel']).catch(() => undefined);
  const base = root ? await findBase(root, 'HEAD', wanted) : undefined;
  if (root && (await tryGit(root, ['config', '--get-regexp', '^remote\\..*\\.promisor$'])))
    throw new UsageError(
      `${directory} is a partial clone, and what is missing is not fetched: nothing could be said of it. Clone it without --filter.`,
    );
  if (root && base) return { directory: root, tip: base.tip };
  throw new UsageError(
    `${directory} has no ${wanted === undefined ? 'main or master branch' : `branch \`${wanted}\``} whose history could be replayed. Name a clone with --repo, and its default branch with --base.`,
  );
}

/** The settings as they are on the branch now, or those of a file in their place. */
async function policyReader(
  args: Arguments,
  streams: Streams,
  directory: string,
  tip: string,
): Promise<Source['readPolicy']> {
  const read = remembered((paths) => readObjects(directory, tip, paths));
  if (args.settings === undefined) return read;
  const text = await readText('settings', args.settings, streams);
  const { problems } = loadPolicy({ settings: { path: args.settings, text } }, new Date());
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return async (paths) => new Map([...(await read(paths)), [SETTINGS_PATH, { state: 'text', text }]]);
}
