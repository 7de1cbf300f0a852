import type { ChangedFile, Document, Kind, Omission, Project, Run, Snapshot } from '../types.ts';

/**
 * Why a review cannot be called complete: the change was cut, a limit was reached, a rule or a parser crashed, a new
 * file of a kind that is reviewed cannot be read, or one that could be read before cannot be any more, for whatever
 * reason: whoever hides a file from the reviewer hides what is in it.
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
    ...change.files.flatMap((file) => hidden(file, snapshot, project) ?? []),
  ];
}

/** Kinds that a file loses honestly by what it imports or names. */
const BY_CONTENT: ReadonlySet<Kind> = new Set(['python', 'requirements']);

/** Kinds that people write by hand: a new file of them that is too large or binary hides something. */
const BY_HAND: ReadonlySet<Kind> = new Set([
  'workflow',
  'action',
  'dockerfile',
  'compose',
  'terraform',
  'script',
  'dependabot',
  'settings',
  'scanner',
]);

function hidden(
  { path, previousPath, status, kind }: ChangedFile,
  { files }: Snapshot,
  { base, head }: Project,
): string | undefined {
  if (status === 'removed') return undefined;
  const before = base.documents.get(previousPath ?? path);
  const after = head.documents.get(path);
  const content = files.head.get(path);
  const fatal = after?.problems.find((problem) => problem.severity === 'fatal');
  if (fatal) return `${path} cannot be read: ${fatal.message}`;
  if (!before && content?.state === 'omitted' && BY_HAND.has(kind) && !/\blink\b|submodule/.test(content.reason))
    return `${path} is a new ${kind} file that cannot be read: ${content.reason}. Make it smaller, or plain text`;
  if (!before || !isReadable(before)) return undefined;
  if (content?.state === 'omitted')
    return `${path} was read before this change and is not read now: it is ${content.reason}`;
  const skipped = after?.problems.find((problem) => problem.severity === 'skipped');
  if (skipped) return `${path} was reviewed before this change and is not reviewed now: ${skipped.message}`;
  if (!after && !BY_CONTENT.has(before.kind))
    return `${path} was reviewed before this change as ${before.kind} and is not recognised as that now`;
  return undefined;
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

function isReadable(document: Document): boolean {
  return document.problems.every((problem) => problem.severity === 'partial');
}
