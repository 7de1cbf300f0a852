import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { localFacts } from '../local/local-facts.ts';
import { version } from '../local/version.ts';
import { withShellcheck } from '../local/with-shellcheck.ts';
import { renderReview } from '../output/format.ts';
import { receiptLine } from '../output/receipt.ts';
import { run } from '../run.ts';
import type { Review } from '../types.ts';
import { applyFixes } from './apply-fixes.ts';
import { chooseJudge } from './choose-judge.ts';
import { choosePersonas } from './choose-personas.ts';
import { chooseSource } from './choose-source.ts';
import { withProgress } from './progress.ts';
import type { Arguments } from './read-arguments.ts';
import { readOrganisation } from './read-organisation.ts';
import { silentSink } from './silent-sink.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Reviews a change in a repository on disk. Gives the exit code. */
export async function reviewCommand(args: Arguments, streams: Streams): Promise<number> {
  const directory = resolve(streams.cwd, args.repo ?? '.');
  const { source, notice, workingTree } = await chooseSource(args, directory);
  const { judge, asked } = chooseJudge(args, streams);
  const { files, names } = await choosePersonas(args.persona, streams.cwd);
  const ports = {
    source,
    facts: withShellcheck(localFacts(await readOrganisation(args, streams))),
    agentFiles: files,
    sink: silentSink,
    judge,
  };
  const options = {
    now: new Date(),
    version: await version(),
    ...(args.mode ? { mode: args.mode } : {}),
    ...(args.strictness ? { strictness: args.strictness } : {}),
    ...(args.persona ? { personas: names } : {}),
  };
  const { review } = await withProgress(streams, 'Reviewing', () => run(ports, options));

  if (notice) streams.err(`${notice}\n`);
  for (const prompt of asked()) streams.out(prompt);
  streams.out(renderReview(review, args.format, streams.terminal));
  if (args.receipt) await writeReceipt(resolve(streams.cwd, args.receipt), review);
  if (args.flags.has('fix')) streams.err(await applyFixes(review, source, workingTree));
  return exitCode(review);
}

async function writeReceipt(file: string, review: Review): Promise<void> {
  await writeFile(file, receiptLine(review, new Date())).catch((cause: unknown) => {
    throw new UsageError(
      `\`--receipt ${file}\` cannot be written, so nothing proves this review. Name a file in a folder that exists.`,
      { cause },
    );
  });
}

function exitCode({ conclusion }: Review): number {
  if (conclusion === 'failure') return 1;
  return conclusion === 'action_required' ? 3 : 0;
}
