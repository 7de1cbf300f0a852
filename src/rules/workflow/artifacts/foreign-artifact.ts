import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, textAt } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { plainFolders } from '../checkout/plain-folders.ts';

/** An artifact that another run made, or a job that runs the code of outsiders. */
export interface ForeignArtifact {
  readonly range: Range;
  /** The step or command that fetches it, as it stands in the file. */
  readonly named: string;
  /** Folders its files go to, relative to the workspace; empty for the workspace itself. */
  readonly folders: readonly string[];
  /** What stands behind the command in its script. */
  readonly rest?: string;
}

/** What a step fetches of another run; undefined where it fetches nothing of the kind. */
export function foreignArtifact(document: WorkflowDocument, job: Job, step: Step): ForeignArtifact | undefined {
  if (step.run) return fromScript(document, job, step, step.run.text);
  const name = step.uses?.repository.toLowerCase();
  if (!step.uses || !(name === 'actions/github-script' ? isScripted(step) : isOfOtherRun(step, name))) return undefined;
  const folders =
    name === 'actions/github-script'
      ? unpacked(job, step)
      : [folderOf(textAt(step.with, 'path')), ...unpacked(job, step)];
  return { range: step.uses.node.range, named: step.uses.raw, folders };
}

function isOfOtherRun(step: Step, name: string | undefined): boolean {
  if (name === 'dawidd6/action-download-artifact') return textAt(step.with, 'event') !== 'push';
  if (name !== 'actions/download-artifact') return false;
  const run = textAt(step.with, 'run-id');
  return run !== undefined && !/github\.run_id/.test(run);
}

function isScripted(step: Step): boolean {
  return /\bdownloadArtifact\b/.test(textAt(step.with, 'script') ?? '');
}

const DOWNLOADS = /\bgh run download\b.*/;
const REQUESTS = /\b(?:gh api|curl|wget)\b.*/;
const OF_ARTIFACT = /artifacts_url|archive_download_url|\/actions\/artifacts\//;

/** The command that fetches an artifact, to the end of its line. */
function fetchIn(script: string): string | undefined {
  for (const line of script.split('\n')) {
    const [found] = DOWNLOADS.exec(line) ?? (OF_ARTIFACT.test(line) ? REQUESTS.exec(line) : undefined) ?? [];
    if (found) return found;
  }
  return undefined;
}

function fromScript(document: WorkflowDocument, job: Job, step: Step, script: string): ForeignArtifact | undefined {
  const line = fetchIn(script);
  // Without a run to take it from, `gh run download` asks a person.
  if (!line || !step.run || /\$\{?GITHUB_RUN_ID\b|github\.run_id/.test(line)) return undefined;
  const start = document.source.indexOf(line, step.run.contentRange.start);
  const found = start >= 0 && start < step.run.contentRange.end;
  const [, folder] = /\s(?:--dir|-D)[ =]["']?([^\s"']+)/.exec(line) ?? [];
  const own = line.startsWith('gh run') ? [folderOf(folder)] : [];
  return {
    range: found ? { start, end: start + line.trimEnd().length } : step.run.range,
    named: line.trim(),
    folders: [...own, ...unpacked(job, step)],
    rest: script.slice(script.indexOf(line) + line.length),
  };
}

/** Where archives are unpacked in the step or a later one. */
function unpacked(job: Job, from: Step): string[] {
  return job.steps.slice(job.steps.indexOf(from)).flatMap(unpackedIn);
}

const known = new WeakMap<Step, readonly string[]>();

function unpackedIn(step: Step): readonly string[] {
  const found = known.get(step) ?? readUnpacked(step);
  known.set(step, found);
  return found;
}

const UNPACKS = /\b(unzip|tar|7z|bsdtar)\s[^\n;&|]*/;
const ENTERS = /(?:^|[;&|(]\s*)(?:cd|pushd)\s+(["']?)([^\s"';&|)]+)\1/;

function readUnpacked(step: Step): string[] {
  const folders: string[] = [];
  let inside = folderOf(textAt(step.node, 'working-directory'));
  for (const part of (step.run?.text ?? '').split(/\n|(?=&&|;)/)) {
    const [, , entered] = ENTERS.exec(part) ?? [];
    if (entered !== undefined) inside = below(inside, entered);
    const [line] = UNPACKS.exec(part) ?? [];
    if (line === undefined || /\btar\s+(-?-?c|--create)/.test(line)) continue;
    folders.push(below(inside, /\s(?:-d|-C|--directory)[ =]?["']?([^\s"']+)/.exec(line)?.[1] ?? '.'));
  }
  return folders;
}

/** A folder as it is named in another one. */
function below(folder: string, named: string): string {
  const own = folderOf(named);
  const isOwn = folder === '' || isOutside(own) || plainFolders(named).startsWith('$GITHUB_WORKSPACE');
  if (isOwn) return own;
  return own === '' ? folder : `${folder}/${own}`;
}

/** Relative to the workspace; empty for it, and for the folders around it. */
function folderOf(path: string | undefined): string {
  const inside = plainFolders((path ?? '').trim()).replace(/^\$GITHUB_WORKSPACE\/?/, '');
  const short = inside.replace(/^\.(\/|$)/, '').replace(/(?<!\/)\/+$/, '');
  return /^(\.\.\/)*(\.\.)?$/.test(short) ? '' : short;
}

/** Whether a folder lies outside the workspace, where no build looks by itself. */
export function isOutside(folder: string): boolean {
  return /^(\/|~|\$\{\{\s*runner\.temp|\$\{?(RUNNER_TEMP|HOME|TMPDIR)\b)/i.test(folder);
}

/** The download of an artifact that an earlier job of the same run uploaded. */
export function ownRunArtifact(step: Step): ForeignArtifact | undefined {
  if (step.uses?.repository.toLowerCase() !== 'actions/download-artifact' || entryOf(step.with, 'run-id'))
    return undefined;
  return { range: step.uses.node.range, named: step.uses.raw, folders: [folderOf(textAt(step.with, 'path'))] };
}
