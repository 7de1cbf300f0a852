import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { type OutsideCheckout, outsideCheckouts } from '../checkout/outside-checkouts.ts';
import { plainFolders } from '../checkout/plain-folders.ts';
import { privilegedTriggers, type ReachedTrigger } from '../checkout/privileged-triggers.ts';
import { runsFetchedCode, runsFolder } from '../checkout/runs-fetched-code.ts';
import { reachedNeeds } from '../jobs/reached-needs.ts';
import { type ForeignArtifact, foreignArtifact, isOutside, ownRunArtifact } from './foreign-artifact.ts';

/** Files that a run of outsiders made, in a job that has the rights of the repository. */
export interface PoisonedArtifact {
  readonly job: Job;
  readonly step: Step;
  readonly artifact: ForeignArtifact;
  readonly reached: ReachedTrigger;
  /** The step that runs what was fetched, where one does. */
  readonly runner?: Step;
}

const WORTH_A_LOOK = /artifact|gh run download/i;

/** What was found before, by what was read: several rules ask. */
const known = new WeakMap<RuleContext['project'], Map<WorkflowDocument, readonly PoisonedArtifact[]>>();

/** Every artifact of outsiders that a privileged job fetches with nothing in the way. */
export function poisonedArtifacts(document: WorkflowDocument, context: RuleContext): readonly PoisonedArtifact[] {
  if (!WORTH_A_LOOK.test(document.source)) return [];
  const answers = known.get(context.project) ?? new Map<WorkflowDocument, readonly PoisonedArtifact[]>();
  known.set(context.project, answers);
  const found = answers.get(document) ?? findArtifacts(document, context);
  answers.set(document, found);
  return found;
}

function findArtifacts(document: WorkflowDocument, context: RuleContext): PoisonedArtifact[] {
  const checkouts = outsideCheckouts(document, context).filter(
    ({ reached, runner }) => runner && reached.guard === 'open',
  );
  return document.view.jobs.flatMap((job) =>
    job.steps.flatMap((step) => {
      const artifact = foreignArtifact(document, job, step) ?? fromJob(document, job, step, checkouts);
      const reached =
        artifact && privilegedTriggers(document, job, step, context).find(({ guard }) => guard === 'open');
      if (!artifact || !reached) return [];
      const runner = runnerOf(job, step, artifact);
      return [{ job, step, artifact, reached, ...(runner ? { runner } : {}) }];
    }),
  );
}

/** What a job of the same run uploaded after it had run the code of a pull request. */
function fromJob(
  document: WorkflowDocument,
  job: Job,
  step: Step,
  checkouts: readonly OutsideCheckout[],
): ForeignArtifact | undefined {
  const artifact = checkouts.length > 0 ? ownRunArtifact(step) : undefined;
  const needed = artifact ? [...reachedNeeds(document, job)] : [];
  const name = textAt(step.with, 'name');
  const isPoisoned = checkouts.some((found) => needed.includes(found.job) && uploads(found.job, name));
  return isPoisoned ? artifact : undefined;
}

function uploads(job: Job, name: string | undefined): boolean {
  return job.steps.some(
    ({ uses, with: inputs }) =>
      uses?.repository.toLowerCase() === 'actions/upload-artifact' &&
      (name === undefined || (textAt(inputs, 'name') ?? 'artifact') === name),
  );
}

/** More tells nothing new, and each is looked for in every later step. */
const MAX_FOLDERS = 10;

/** The first step that runs what lies in one of the folders; a fresh checkout over the workspace takes the files away. */
function runnerOf(job: Job, step: Step, { folders, rest }: ForeignArtifact): Step | undefined {
  const wanted = [...new Set(folders)].slice(0, MAX_FOLDERS);
  // The script that fetched it may go on with it.
  const { run } = step;
  if (run && rest && wanted.some((folder) => runsFolder({ ...step, run: { ...run, text: rest } }, folder))) return step;
  return wanted
    .map((folder) => ({ folder, runner: runsFetchedCode(job, step, folder) }))
    .concat(copiedInto(job, step, wanted))
    .find(({ folder, runner }) => runner && runner !== step && !(!isOutside(folder) && isSwept(job, step, runner)))
    ?.runner;
}

const COPIES = /^[^\S\n]*(?:sudo )?(?:cp|mv|rsync)[^\S\n]+(.*)$/gm;

/** The files are copied or moved from their folder over the workspace. */
function copiedInto(job: Job, step: Step, folders: readonly string[]) {
  const own = folders.filter((folder) => folder !== '');
  return job.steps.slice(job.steps.indexOf(step)).flatMap((copier) => {
    const copies = [...plainFolders(copier.run?.text ?? '').matchAll(COPIES)].some(([, line = '']) => {
      const words = line.split(/\s+/).map((word) => word.replace(/["']/g, '').replace(/^\.\//, ''));
      const into = words.at(-1) ?? '';
      const isAll = words.some((word) =>
        own.some((folder) => [folder, `${folder}/.`, `${folder}/*`, `${folder}/`].includes(word)),
      );
      return isAll && /^(\.?|\$GITHUB_WORKSPACE\/?)$/.test(into);
    });
    return copies ? [{ folder: '', runner: runsFetchedCode(job, copier, '') }] : [];
  });
}

/** actions/checkout empties the workspace first (`clean`, on by default). */
function isSwept(job: Job, from: Step, runner: Step): boolean {
  return job.steps
    .slice(job.steps.indexOf(from) + 1, job.steps.indexOf(runner))
    .some(
      ({ uses, with: inputs }) =>
        uses?.repository.toLowerCase() === 'actions/checkout' &&
        textAt(inputs, 'path') === undefined &&
        textAt(inputs, 'clean') !== 'false',
    );
}
