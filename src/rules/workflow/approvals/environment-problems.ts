import { sliceOf } from '../../../documents/source-text.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Fix, Observation } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { restoreEntry } from '../../restore-entry.ts';
import { deploySigns } from '../gates/deploy-signs.ts';
import type { FreedDeployment } from '../gates/freed-deployment.ts';
import { isProduction } from './is-production.ts';
import { describeDeployment } from './still-deploys.ts';

/** The same deployment in a job that nothing stands in front of. */
export function elsewhere(
  job: Job,
  { document, job: old, environment: name, isSame, isGone }: FreedDeployment,
): Observation {
  return {
    range: job.idRange,
    key: `${job.id}/environment`,
    severity: isProduction(name) ? 'high' : 'medium',
    confidence: isProduction(name) && isSame && isGone ? 'certain' : 'likely',
    message: {
      what: `${quote(job.id)} ${describeDeployment(job)} without an environment; on the base ${quote(old.id)} ${isSame ? 'did the same' : 'deployed like that'} in ${quote(name)}.`,
      why: 'The reviewers, wait times, branch limits and secrets of the environment do not apply to this job: it deploys at once.',
      remedy: `Give it the environment ${quote(name)} too.`,
    },
    related: [
      { path: document.path, side: 'base', range: old.environment?.range ?? old.idRange, message: 'It waited here.' },
    ],
  };
}

/** The environment is gone. */
export function removed(base: WorkflowDocument, head: WorkflowDocument, before: Job, after: Job): Observation {
  const name = before.environment?.name ?? '';
  const fix = restore(base, head, before, after);
  return {
    range: after.idRange,
    key: `${after.id}/environment`,
    severity: isProduction(name) ? 'high' : 'medium',
    confidence: isProduction(name) && deploySigns(after).length > 0 ? 'certain' : 'likely',
    message: {
      what: `${quote(after.id)} no longer runs in the environment ${quote(name)}, but still ${describeDeployment(after)}.`,
      why: 'The reviewers, wait times, branch limits and secrets of the environment do not apply any more: it deploys at once.',
      remedy: 'Put the environment back, and let nothing run the job when the approval was refused.',
    },
    ...(before.environment
      ? {
          related: [
            {
              path: base.path,
              side: 'base',
              range: before.environment.range,
              message: 'The environment was set here.',
            },
          ],
        }
      : {}),
    ...(fix ? { fix } : {}),
  };
}

function restore(base: WorkflowDocument, head: WorkflowDocument, before: Job, after: Job): Fix | undefined {
  const entry = entryOf(before.node, 'environment');
  const edit = entry && restoreEntry(base.source, entry, before.node, head.source, after.node);
  return edit && { title: 'Restore the environment', safety: 'safe', edits: [edit] };
}

/** Another environment took its place. */
export function renamed(base: WorkflowDocument, head: WorkflowDocument, before: Job, after: Job): Observation {
  const [old, now] = [before.environment, after.environment];
  return {
    path: head.path,
    range: now?.range ?? after.idRange,
    key: `${after.id}/environment`,
    confidence: 'likely',
    message: {
      what: `${quote(after.id)} went from the environment ${quote(old?.name ?? '')} to ${quote(now?.name ?? '')} and still ${describeDeployment(after)}.`,
      why: `What protects ${quote(old?.name ?? '')}, such as required reviewers, does not guard this job any more.`,
      remedy: 'Keep the protected environment, or show that this job no longer reaches production.',
    },
    ...(old
      ? { related: [{ path: base.path, side: 'base', range: old.range, message: 'It was this environment.' }] }
      : {}),
    ...(old && now
      ? {
          fix: {
            title: `Return to ${old.name}`,
            safety: 'review',
            edits: [{ range: now.range, text: sliceOf(base.source, old.range).trimEnd() }],
          },
        }
      : {}),
  };
}
