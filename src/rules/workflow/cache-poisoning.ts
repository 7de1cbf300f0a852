import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { textAt } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { actionVersion, isAtLeast } from './actions/action-version.ts';
import { CACHING_ACTIONS, type CachingAction } from './actions/caching-actions.ts';
import { mayNameManager } from './actions/may-name-manager.ts';
import { setInput } from './actions/set-input.ts';
import { reachedNeeds } from './jobs/reached-needs.ts';
import { isOnlyCheck, isPublishing, isReleaseOnly, releaseTrigger, uploads } from './publishing/is-publishing.ts';

export const cachePoisoning: Rule<WorkflowDocument> = {
  id: 'cache-poisoning',
  kinds: ['workflow'],
  title: 'A release is built from a cache',
  severity: 'medium',
  // It takes somebody who can write the cache of the default branch: the file does not tell who can.
  confidence: 'heuristic',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['cache-poisoning'], sisakulint: ['cache-poisoning'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document, context) {
    const { jobs } = document.view;
    const publishers = jobs.filter(isPublishing);
    const release = releaseTrigger(document);
    const after = jobsAfter(document, publishers);
    for (const job of jobs) {
      const released =
        isPublishing(job) || (release !== undefined && (publishers.length > 0 || isReleaseOnly(document)));
      if (!released || isOnlyCheck(job) || after.has(job)) continue;
      for (const step of job.steps) {
        const row = cachingRow(document, step, context);
        if (!row) continue;
        const isSure = release !== undefined && row.manager === undefined;
        yield { ...problem(document, step, row, `${job.id}/${step.key}`), ...(isSure ? {} : UNNAMED) };
      }
    }
  },
};

/** Jobs that wait for what is published and give nothing to a job that publishes: what they restore gets into no release. */
function jobsAfter(document: WorkflowDocument, publishers: readonly Job[]): ReadonlySet<Job> {
  if (publishers.length === 0) return new Set();
  const feeding = new Set(publishers.flatMap((publisher) => [publisher, ...reachedNeeds(document, publisher)]));
  const after = document.view.jobs.filter((job) => {
    if (feeding.has(job) || uploads(job)) return false;
    const needed = reachedNeeds(document, job);
    return publishers.some((publisher) => needed.has(publisher));
  });
  return new Set(after);
}

/** An image of every push is built anew by the next one; what a tag or a release names stays. Others may not cache at all. */
const UNNAMED = { severity: 'low' } as const;

/** The row that says how a step restores a cache; undefined where it does not, or not for a release. */
function cachingRow(document: WorkflowDocument, step: Step, context: RuleContext): CachingAction | undefined {
  if (step.uses?.kind !== 'repository' || isOffForTags(step.if?.text)) return undefined;
  const { uses } = step;
  const name = [uses.repository, uses.path]
    .filter((part) => part !== '')
    .join('/')
    .toLowerCase();
  const version = actionVersion(document.source, uses);
  return CACHING_ACTIONS.filter(({ action }) => action === name).find((row) => {
    if (row.from && version && !isAtLeast(version, row.from)) return false;
    if (row.before && (!version || isAtLeast(version, row.before))) return false;
    const unset = row.input === undefined || textAt(step.with, row.input) === undefined;
    if (unset && row.manager && !mayNameManager(row.manager, context)) return false;
    // What an unnamed version does by itself is not known.
    return !(row.from && !version && unset) && isCaching(step, row);
  });
}

function isCaching(step: Step, row: CachingAction): boolean {
  const value = row.input ? textAt(step.with, row.input)?.trim() : undefined;
  if (value === undefined || value === '') return row.default;
  if (row.only) return row.only.test(value);
  if (value.includes('${{')) return !isOffForTags(value);
  const off = /^(false|0|no|off|n)$/i.test(value);
  return row.inverted ? off : !off;
}

/** An expression that is false when a tag or a release is built. */
function isOffForTags(text: string | undefined): boolean {
  return /!\s*\(?\s*startsWith\(\s*github\.ref\s*,\s*'refs\/tags|github\.ref_type\s*!=\s*'tag'|github\.event_name\s*!=\s*'release'|github\.event_name\s*==\s*'pull_request'/.test(
    text ?? '',
  );
}

function problem(document: WorkflowDocument, step: Step, row: CachingAction, key: string): Observation {
  const fix = switchOff(document.source, step, row);
  const byDefault = row.off !== undefined && row.input !== undefined && textAt(step.with, row.input) === undefined;
  return {
    range: step.uses?.node.range ?? step.node.range,
    key,
    message: {
      what: `${quote(step.uses?.raw ?? '')} restores a cache in a run that publishes${byDefault ? becauseUnset(row) : ''}.`,
      why: 'A cache is written by other runs, with other checks: whoever gets code into one of them gets it into the release, and no diff shows it.',
      remedy: 'Build releases from scratch: switch the cache off here.',
    },
    ...(fix ? { fix } : {}),
  };
}

function becauseUnset({ input = '', manager }: CachingAction): string {
  const where =
    manager && ` if package.json names ${manager === 'npm' ? 'npm as its' : 'a'} ${quote('packageManager')}`;
  return `${where ?? ''}, because ${quote(input)} is not set`;
}

function switchOff(source: string, step: Step, row: CachingAction): Fix | undefined {
  const edit = row.input && row.off ? setInput(source, step, row.input, row.off) : undefined;
  return edit && { title: 'Switch the cache off', safety: 'review', edits: [edit] };
}
