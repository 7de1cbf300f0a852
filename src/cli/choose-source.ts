import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBase } from '../local/find-base.ts';
import { folderPairSource } from '../local/folder-pair-source.ts';
import { tryGit } from '../local/git.ts';
import { gitSource, type LocalHead } from '../local/git-source.ts';
import { packageRoot } from '../local/package-root.ts';
import type { Source } from '../types.ts';
import type { Arguments } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenSource {
  readonly source: Source;
  /** What the user should know about the choice. */
  readonly notice?: string;
  /** Root of the files on disk that are the head, to which fixes can be written. */
  readonly workingTree?: string;
}

/** The change that the arguments name; where there is none, the example, and it is said. */
export async function chooseSource(args: Arguments, directory: string): Promise<ChosenSource> {
  if (!existsSync(directory))
    throw new UsageError(`The folder ${directory} does not exist. Name a git repository with --repo.`);
  const named =
    args.repo !== undefined || args.base !== undefined || args.head !== undefined || args.flags.has('staged');
  const root = await tryGit(directory, ['rev-parse', '--show-toplevel']);
  if (!root) {
    if (named)
      throw new UsageError(
        `${directory} is not in a git repository. Name one with --repo, or use \`pipewright scan\` for plain files.`,
      );
    return example('There is no git repository here');
  }
  const head = await chooseHead(args, root);
  const base = await findBase(root, head.type === 'commit' ? head.sha : 'HEAD', args.base);
  if (!base) {
    if (args.base !== undefined)
      throw new UsageError(`\`--base ${args.base}\` is no commit that this history shares. Fetch it, or name another.`);
    return example('Nothing to compare with was found (no commit, or no main or master branch)');
  }
  const source = gitSource(root, base, head);
  const { files } = await source.change();
  if (files.length === 0 && !named) return example(`Nothing changed against ${base.name}`);
  return { source, ...(head.type === 'working-tree' ? { workingTree: root } : {}) };
}

async function chooseHead({ flags, head }: Arguments, root: string): Promise<LocalHead> {
  if (flags.has('staged')) return { type: 'index' };
  if (head === undefined) return { type: 'working-tree' };
  const sha = await tryGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${head}^{commit}`]);
  if (!sha) throw new UsageError(`\`--head ${head}\` is no commit here. Name a branch, tag or commit that git knows.`);
  return { type: 'commit', sha };
}

function example(why: string): ChosenSource {
  const folder = join(packageRoot(), 'examples', 'churn-service');
  const source = folderPairSource(join(folder, 'base'), join(folder, 'head'), 'Speed up training');
  return {
    source,
    notice: `${why}, so this is the review of the example in examples/churn-service.`,
  };
}
