import type { DvcDocument } from '../../documents/dvc.ts';
import { entryOf, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Project, ProjectSide, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { type PipelineStep, pipelineSteps } from './steps/validation-nodes.ts';

export const validationStepRemoved: Rule<ProjectSide> = {
  id: 'validation-step-removed',
  kinds: ['dvc', 'python', 'mlproject', 'kubeflow'],
  title: 'A validation step was removed from a pipeline',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'project',
  fixable: true,

  *compare(base, head, { project }) {
    if (!base || !head) return;
    const before = pipelineSteps(base).filter(({ path }) => isChanged(path, project));
    const after = pipelineSteps(head);
    const lost = before.filter((step) => step.validates && !isThere(step, after, project));
    // Another validation that was not there before stands in for one that is gone.
    const fresh = after.filter(
      (step) => step.validates && !isThere(step, before, project) && isChanged(step.path, project),
    );
    for (const step of lost.slice(fresh.length)) {
      const path = headPath(step.path, project);
      const rest = after.filter(({ pipeline }) => pipeline === path);
      if (rest.length > 0) yield problem(step, base, head, path);
    }
  },
};

function isChanged(path: string, { change }: Project): boolean {
  return change.files.some((file) => file.path === path || file.previousPath === path);
}

function headPath(path: string, { change }: Project): string {
  return change.files.find(({ previousPath }) => previousPath === path)?.path ?? path;
}

/** Under its name, or running the same under another one, in whatever pipeline. */
function isThere(step: PipelineStep, steps: readonly PipelineStep[], project: Project): boolean {
  return steps.some(
    (other) =>
      (other.name === step.name &&
        (other.pipeline === headPath(step.pipeline, project) || headPath(other.pipeline, project) === step.pipeline)) ||
      (other.runs === step.runs && step.runs !== '') ||
      (other.name === step.name && other.validates),
  );
}

function problem(step: PipelineStep, base: ProjectSide, head: ProjectSide, headFile: string): Observation {
  const fix = restore(step, base, head, headFile);
  return {
    path: step.path,
    side: 'base',
    range: step.range,
    key: step.name,
    message: {
      what: `The step ${quote(step.name)} is gone, and the rest of the pipeline goes on without it.`,
      why: 'What it used to stop, wrong data or a bad model, now reaches training or production and is noticed there.',
      remedy: 'Put it back, or name in the pull request what checks the same now.',
    },
    ...(fix ? { fix } : {}),
  };
}

function restore(step: PipelineStep, base: ProjectSide, head: ProjectSide, headFile: string): Fix | undefined {
  const [old, now] = [base.documents.get(step.path), head.documents.get(headFile)];
  if (old?.kind !== 'dvc' || now?.kind !== 'dvc') return undefined;
  const from = mapAt((old as DvcDocument).view.root, 'stages');
  const into = mapAt((now as DvcDocument).view.root, 'stages');
  const entry = entryOf(from, step.name);
  const edit = from && into && entry && restoreEntry(old.source, entry, from, now.source, into);
  return edit && { title: `Restore the stage ${step.name}`, safety: 'safe', edits: [{ ...edit, path: headFile }] };
}
