import { gitSource } from '../../local/git-source.ts';
import { localFacts } from '../../local/local-facts.ts';
import type { Merge } from '../../local/merges-since.ts';
import type { AgentText } from '../../personas/read-personas.ts';
import { run } from '../../run.ts';
import type { FileContent, Review, Source } from '../../types.ts';
import { silentSink } from '../silent-sink.ts';

/** What a merge was like for the rules. Without a review it touched nothing that is reviewed. */
export interface Replayed {
  readonly merge: Merge;
  readonly review?: Review;
}

export interface ReplayOptions {
  readonly directory: string;
  /** Reads the settings that hold for every merge. */
  readonly readPolicy: Source['readPolicy'];
  /** Text of the organisation's settings. */
  readonly organisation: string | undefined;
  readonly agentFiles: readonly AgentText[];
  readonly now: Date;
  /** Called after each merge. */
  readonly done: () => void;
}

/** Reviews that run at the same time: one computes while git reads for the others. */
const AT_ONCE = 4;

/** Reviews every merge as the pull request that it was, from git's objects alone: nothing is checked out. */
export async function replay(merges: readonly Merge[], options: ReplayOptions): Promise<readonly Replayed[]> {
  const replayed: Replayed[] = [];
  const left = merges.entries();
  const work = async () => {
    for (const [index, merge] of left) {
      replayed[index] = await replayOne(merge, options);
      options.done();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return replayed;
}

async function replayOne(merge: Merge, options: ReplayOptions): Promise<Replayed> {
  const base = { name: merge.parent.slice(0, 12), mergeBase: merge.parent, tip: merge.parent };
  const source = gitSource(options.directory, base, { type: 'commit', sha: merge.sha });
  const change = await source.change();
  if (change.files.every(({ kind }) => kind === 'other')) return { merge };
  const ports = {
    source: { ...source, change: async () => change, readPolicy: options.readPolicy },
    facts: localFacts(options.organisation),
    sink: silentSink,
    agentFiles: options.agentFiles,
  };
  return { merge, review: (await run(ports, { now: options.now, mode: 'enforce' })).review };
}

/** Reads each set of policy files once. */
export function remembered(read: Source['readPolicy']): Source['readPolicy'] {
  const answers = new Map<string, Promise<ReadonlyMap<string, FileContent>>>();
  return (paths) => {
    const key = JSON.stringify(paths);
    const answer = answers.get(key) ?? read(paths);
    answers.set(key, answer);
    return answer;
  };
}
