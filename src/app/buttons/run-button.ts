import { unifiedPatch } from '../../change/unified-patch.ts';
import { mayWrite } from '../../github/approvals/may-write.ts';
import type { ButtonId } from '../../github/checks/buttons.ts';
import { writeCheckText } from '../../github/checks/check-text.ts';
import { commitFiles } from '../../github/reading/commit-files.ts';
import { readPullRequest } from '../../github/reading/read-change.ts';
import { rulePage } from '../../local/rule-page.ts';
import { explainMarkdown } from '../../output/explain-markdown.ts';
import { type FixedFile, type SafeFixes, safeFixes } from '../../review/safe-fixes.ts';
import { pageOf } from '../../rules/index.ts';
import { namedRules } from '../../rules/named-rules.ts';
import { codeFence, codeSpan } from '../../sanitise.ts';
import type { Review } from '../../types.ts';
import { plainError } from '../logging/plain-error.ts';
import { rerun } from '../rerun.ts';
import { type ReviewedTarget, reviewSilently } from '../review-silently.ts';
import type { Service } from '../service.ts';
import { type Place, QUEUE_FULL, reviewJob } from '../work.ts';

/** A button of one of our checks that somebody pressed. */
export interface ButtonRequest {
  readonly place: Place;
  readonly checkRun: number;
  readonly externalId?: string;
  readonly button: ButtonId;
  /** Who pressed it. */
  readonly login: string;
}

/** More pages than this nobody reads in a check. */
const MAX_EXPLAINED = 5;

/** Does what a button of a check promises. What is to be said stands in the check's text. */
export async function runButton(service: Service, request: ButtonRequest, signal: AbortSignal): Promise<void> {
  const { place, button, externalId } = request;
  const [target] = await rerun(service, place, externalId);
  if (target === undefined) return;
  if (button === 'review-again') {
    if (!(await service.queue.add(reviewJob(target, true)))) throw plainError('The queue is full.', QUEUE_FULL);
    return;
  }
  const reviewed = await reviewSilently(service, target, signal);
  const text =
    button === 'explain' ? await explanations(reviewed.review) : await applyFixes(service, request, reviewed);
  await writeCheckText(await service.clients.report(place), place, request.checkRun, text);
}

async function explanations({ findings }: Review): Promise<string> {
  const ids = new Set(findings.filter(({ status }) => status === 'introduced').map(({ rule }) => rule));
  const rules = [...ids].flatMap((id) => namedRules(id)).slice(0, MAX_EXPLAINED);
  const texts = await Promise.all(rules.map(async (rule) => explainMarkdown(rule, await rulePage(pageOf(rule)))));
  return texts.join('\n\n---\n\n');
}

async function applyFixes(
  service: Service,
  { place, login }: ButtonRequest,
  { review, source }: ReviewedTarget,
): Promise<string> {
  const fixes = await safeFixes(review, (paths) => source.read('head', paths));
  if (fixes.files.length === 0) return 'There is no safe fix left to apply.';
  const allowed = await mayWrite(await service.clients.report(place), place, login);
  const commit = allowed ? await commitFixes(service, place, login, review, fixes) : undefined;
  if (commit !== undefined) return `${howMany(fixes.files)} committed as ${commit}, asked by ${codeSpan(login)}.`;
  return [
    `${howMany(fixes.files)} could not be committed: the App may not write to this branch, or it has moved on. As a patch, for \`git apply\`:`,
    patch(fixes.files),
  ].join('\n\n');
}

async function commitFixes(
  service: Service,
  place: Place,
  login: string,
  { change }: Review,
  { files }: SafeFixes,
): Promise<string | undefined> {
  if (change.number === undefined || change.headSha === undefined || change.fromFork) return undefined;
  const { open, headSha, headRef } = await readPullRequest(await service.clients.read(place), place, change.number);
  const committer = open && headSha === change.headSha ? await service.clients.commit(place) : undefined;
  if (committer === undefined) return undefined;
  return await commitFiles(committer, {
    owner: place.owner,
    repo: place.repo,
    branch: headRef,
    headSha,
    headline: `Apply ${howMany(files)} of Pipewright`,
    body: `Asked for by ${login} with the button of the check.`,
    files: files.map(({ path, after }) => ({ path, text: after })),
  });
}

function howMany(files: readonly FixedFile[]): string {
  const fixes = files.reduce((sum, file) => sum + file.fixes, 0);
  return `${fixes} safe ${fixes === 1 ? 'fix' : 'fixes'}`;
}

function patch(files: readonly FixedFile[]): string {
  const text = files.map(({ path, before, after }) => unifiedPatch(path, before, after)).join('');
  return codeFence('diff', text.replace(/\n$/, '').split('\n'));
}
