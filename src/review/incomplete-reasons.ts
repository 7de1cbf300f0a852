import type { Document, Omission, Project, Run, Snapshot } from '../types.ts';

/**
 * Why a review cannot be called complete: the change was cut, a limit was reached, a rule crashed, or a file that
 * could be read before can no longer be read. A new file that does not parse is an omission, not a hole.
 */
export function incompleteReasons(snapshot: Snapshot, project: Project, runs: readonly Run[]): string[] {
  const { change, shortfalls } = snapshot;
  const crashed = runs
    .filter((run) => run.state === 'failed')
    .map((run) => `the rule \`${run.rule}\` failed on ${run.subject}: ${run.reason}`);
  return [
    ...(change.truncated ? ['the list of changed files was cut short, so some were not reviewed'] : []),
    ...shortfalls,
    ...crashed,
    ...change.files.flatMap(({ path, previousPath }) => {
      const before = project.base.documents.get(previousPath ?? path);
      const after = project.head.documents.get(path);
      return isReadable(before) && after && !isReadable(after)
        ? [`${path} could be read before this change and cannot be read now: ${fatal(after)}`]
        : [];
    }),
  ];
}

/** Changed files that were not reviewed although they are complete in this: left out on purpose, or new and unreadable. */
export function omissions(snapshot: Snapshot, project: Project): Omission[] {
  return snapshot.change.files.flatMap(({ path, status }): Omission[] => {
    if (status === 'removed') return [];
    const content = snapshot.files.head.get(path);
    if (content?.state === 'omitted') return [{ path, reason: content.reason }];
    const problem = project.head.documents.get(path)?.problems.find(({ severity }) => severity !== 'partial');
    return problem ? [{ path, reason: problem.message }] : [];
  });
}

function isReadable(document: Document | undefined): boolean {
  return document?.problems.every((problem) => problem.severity !== 'fatal') ?? false;
}

function fatal(document: Document): string {
  return document.problems.find((problem) => problem.severity === 'fatal')?.message ?? '';
}
