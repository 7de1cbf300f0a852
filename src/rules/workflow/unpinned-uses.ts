import type { Uses } from '../../documents/workflow/uses.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import { stepsOf } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule, RuleContext, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOwnAction } from './actions/is-own-action.ts';
import { isShortSha } from './actions/is-short-sha.ts';

type Subject = WorkflowDocument | ActionDocument;

/** GitHub's own actions run with the token of every workflow already; a moved tag there is the smaller risk. */
const FIRST_PARTY = /^(actions|github)\//;
/** Verifies its own tag and refuses a commit (https://github.com/slsa-framework/slsa-github-generator#referencing-slsa-builders-and-generators). */
const TAG_ONLY = /^slsa-framework\/slsa-github-generator$/;

export const unpinnedUses: Rule<Subject> = {
  id: 'unpinned-uses',
  kinds: ['workflow', 'action'],
  title: 'Action is not pinned to a commit',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {
    zizmor: ['unpinned-uses'],
    ghalint: ['action_ref_should_be_full_length_commit_sha'],
    codeql: ['actions/unpinned-tag'],
    scorecard: ['Pinned-Dependencies', 'Pinned-Dependencies/GitHubAction', 'Pinned-Dependencies/third-party-action'],
    poutine: ['unpinnable_action'],
    semgrep: ['third-party-action-not-pinned-to-commit-sha'],
    sisakulint: ['commit-sha'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs(document) {
    for (const { uses } of references(document)) {
      if (isMovable(uses)) yield { fact: 'commit-of-ref', repository: uses.repository, ref: uses.ref };
    }
  },

  *check(document, context) {
    const all = references(document).filter(({ uses }) => uses.kind === 'repository');
    const movable = all.filter(({ uses }) => isMovable(uses));
    for (const { uses, key } of movable) yield problem(uses, key, context);
    const [first] = all;
    if (first && movable.length === 0) {
      yield { proof: `${all.length} of ${all.length} actions are pinned to a commit`, range: first.uses.node.range };
    }
  },
};

/** What runs decides the key, not what its step is called: another action under the old name is another one. */
function references(document: Subject): { readonly uses: Uses; readonly key: string }[] {
  const keyed = (uses: Uses, key: string) => ({ uses, key: `${key}/${nameOf(uses)}` });
  const steps = stepsOf(document).flatMap(({ step, key }) => (step.uses ? [keyed(step.uses, key)] : []));
  if (document.kind === 'action') return steps;
  return [...document.view.jobs.flatMap((job) => (job.uses ? [keyed(job.uses, job.id)] : [])), ...steps];
}

function nameOf({ repository, path }: Uses): string {
  return (path === '' ? repository : `${repository}/${path}`).toLowerCase();
}

function isMovable(uses: Uses): boolean {
  // A shortened commit names no ref at all; `uses-format` says so.
  if (uses.kind !== 'repository' || TAG_ONLY.test(uses.repository) || isShortSha(uses.ref)) return false;
  return !/^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(uses.ref);
}

function problem(uses: Uses, key: string, context: RuleContext): Observation {
  const fix = pin(uses, context);
  const trusted = FIRST_PARTY.test(uses.repository) || isOwnAction(uses, context.project);
  const severity: Severity = trusted ? 'low' : 'high';
  return {
    range: uses.node.range,
    key,
    severity,
    message: {
      what: `${quote(uses.raw)} follows ${uses.ref === '' ? 'the default branch' : `the movable ref ${quote(uses.ref)}`}.`,
      why: 'Whoever can move that ref runs code in this workflow, with its token and secrets.',
      remedy: fix
        ? 'Pin the commit and keep the version as a comment.'
        : 'Pin the full commit SHA of the version you reviewed and keep the version as a comment.',
    },
    ...(fix ? { fix } : {}),
  };
}

/** Only where the commit is known for a fact; a branch is never pinned unasked, because it is meant to move. */
function pin(uses: Uses, context: RuleContext): Fix | undefined {
  if (!/^v?\d/.test(uses.ref)) return undefined;
  const commit = context.fact({ fact: 'commit-of-ref', repository: uses.repository, ref: uses.ref });
  if (commit.state === 'unknown' || uses.node.style !== 'plain') return undefined;
  return {
    title: `Pin ${uses.repository} to the commit of ${uses.ref}`,
    safety: 'safe',
    edits: [{ range: uses.refRange, text: `${commit.value} # ${uses.ref}` }],
  };
}
