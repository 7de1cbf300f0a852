import { judgedBefore } from '../github/checks/judged-before.ts';
import { pullsOfCommit } from '../github/reading/pulls-of-commit.ts';
import { readPullRequest } from '../github/reading/read-change.ts';
import { emptyMemory, type JudgeMemory, mergedMemory } from '../judge/memory.ts';
import { packMemory, unpackMemory } from '../judge/pack-memory.ts';
import { type ReviewTarget, subjectOf } from './review-target.ts';
import type { Service } from './service.ts';

/** What the model was asked before about a target, here and by other processes. */
export interface JudgeRecall {
  /** Whether the model may be asked anew; a merge group waits, and was judged as pull requests. */
  readonly mayAsk: boolean;
  /** Reads what is known. What is added to it is known to the next review. */
  load(): Promise<JudgeMemory>;
  /** What to leave below the check, at most so many characters; undefined where nothing was loaded. */
  packed(maxLength: number): string | undefined;
}

/**
 * What this process knows of a pull request, with what the last review of any process left, signed, on GitHub: a budget
 * holds across pushes, and what was answered for the same lines is not asked again.
 */
export function judgeRecall(service: Service, target: ReviewTarget): JudgeRecall {
  let loaded: JudgeMemory | undefined;
  return {
    mayAsk: 'number' in target,
    async load() {
      loaded = 'number' in target ? await ofPull(service, target) : await ofGroup(service, target);
      return loaded;
    },
    packed: (maxLength) => (loaded === undefined ? undefined : packMemory(loaded, maxLength)),
  };
}

async function ofPull(service: Service, target: ReviewTarget & { readonly number: number }): Promise<JudgeMemory> {
  const own = service.judgeMemory(`${target.owner}/${target.repo} ${subjectOf(target)}`.toLowerCase());
  const known = mergedMemory(own, await storedMemory(service, target));
  own.spent = known.spent;
  for (const [key, answer] of known.answers) own.answers.set(key, answer);
  return own;
}

async function ofGroup(service: Service, target: ReviewTarget): Promise<JudgeMemory> {
  const client = await service.clients.report(target);
  const reader = await service.clients.read(target);
  const numbers = await pullsOfCommit(reader, target, target.headSha);
  let all = emptyMemory();
  for (const number of numbers) {
    const { headSha } = await readPullRequest(client, target, number);
    const { installation, owner, repo } = target;
    all = mergedMemory(all, await ofPull(service, { installation, owner, repo, number, headSha }));
  }
  return all;
}

async function storedMemory(
  service: Service,
  target: ReviewTarget & { readonly number: number },
): Promise<JudgeMemory> {
  const { owner, repo, number } = target;
  const client = await service.clients.report(target);
  const scope = { key: service.markerKey, repository: `${owner}/${repo}`, number };
  const left = await judgedBefore(client, { ...target, appId: await service.appId() }, scope);
  return (left === undefined ? undefined : unpackMemory(left)) ?? emptyMemory();
}
