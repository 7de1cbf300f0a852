/** Something to review: a pull request, or a merge group from its base to its head. */
export type ReviewTarget = {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  /** The head as the event said; the pull request is asked again before the work starts. */
  readonly headSha: string;
  /** The head before the push that the event told of. */
  readonly before?: string;
} & ({ readonly number: number } | { readonly baseSha: string });

/** Targets with the same key supersede each other in the queue. */
export function keyOf(target: ReviewTarget): string {
  const repository = `${target.owner}/${target.repo}`.toLowerCase();
  return 'number' in target ? `pull/${repository}#${target.number}` : `group/${repository}@${target.headSha}`;
}

/** What a check run's external id starts with, so that a re-run finds its target again. */
export function subjectOf(target: ReviewTarget): string {
  return 'number' in target ? `pull/${target.number}` : `group/${target.baseSha}`;
}

/** The target that an external id names, on a commit; undefined for an id that is not ours. */
export function targetOfExternalId(
  place: Pick<ReviewTarget, 'installation' | 'owner' | 'repo' | 'headSha'>,
  externalId: string | null | undefined,
): ReviewTarget | undefined {
  const [, kind, id] = /^(pull|group)\/([0-9a-f]+)(?:#|$)/.exec(externalId ?? '') ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return kind === 'pull' ? { ...place, number: Number(id) } : { ...place, baseSha: id };
}

/** What is to be read for a target: a pull request as it stands now, a merge group as it was told. */
export function sourceTarget({ owner, repo, headSha, ...target }: ReviewTarget) {
  return 'number' in target
    ? { owner, repo, number: target.number }
    : { owner, repo, base: target.baseSha, head: headSha };
}
