import { at, isTrue, textAt } from '../../../documents/yaml/yaml-node.ts';
import type { Confidence, Range } from '../../../types.ts';
import { actionVersion, isAtLeast } from '../actions/action-version.ts';
import { type HeadPlace, headSource } from './head-source.ts';

/** Code of an outsider that a step brings into the job. */
export interface OutsideCode {
  readonly range: Range;
  /** What names it, as it stands in the file. */
  readonly named: string;
  /** Can change between a review and the run. */
  readonly movable: boolean;
  /** Folder it goes to; empty for the workspace itself. */
  readonly folder: string;
  readonly events: readonly string[];
  readonly confidence: Confidence;
  /** Looked up in this repository only: a branch of a fork is found there only if this repository has one of that name. */
  readonly ownRepository: boolean;
}

/** What a step fetches of an outsider; undefined where it fetches nothing of the kind. */
export function outsideCode(place: HeadPlace): OutsideCode | undefined {
  if (place.step.uses?.repository.toLowerCase() === 'actions/checkout') return fromCheckout(place);
  if (isPrFetch(place)) return fromPrFetch(place);
  return place.step.run ? fromScript(place) : undefined;
}

/** Checks out the pull request that a comment stands on: https://github.com/r-lib/actions/tree/v2/pr-fetch. */
function isPrFetch({ step: { uses } }: HeadPlace): boolean {
  return uses?.repository.toLowerCase() === 'r-lib/actions' && uses.path.toLowerCase() === 'pr-fetch';
}

function fromPrFetch({ step }: HeadPlace): OutsideCode {
  return {
    range: step.uses?.node.range ?? step.node.range,
    named: step.uses?.raw ?? '',
    movable: true,
    folder: '',
    events: ['issue_comment'],
    confidence: 'certain',
    ownRepository: false,
  };
}

/** Releases that refuse the code of a fork under `pull_request_target` and `workflow_run`, by line (actions/checkout#2454, #2500 and the releases of July 2026). */
const REFUSING = ['2.8.0', '3.7.0', '4.4.0', '5.1.0', '6.1.0', '7.0.0'];

function fromCheckout(place: HeadPlace): OutsideCode | undefined {
  const { step, document } = place;
  const [ref, repository] = [textAt(step.with, 'ref'), textAt(step.with, 'repository')];
  const [byRef, byRepository] = [ref, repository].map((text) => (text ? headSource(text, place) : undefined));
  const source = byRef && byRef.kind !== 'repository' ? byRef : byRepository;
  if (!source) return undefined;
  const events = refuses(place) ? source.events.filter((event) => event === 'issue_comment') : source.events;
  if (events.length === 0) return undefined;
  const version = step.uses && actionVersion(document.source, step.uses);
  return {
    range: step.uses?.node.range ?? step.node.range,
    named: (byRef ? ref : repository) ?? '',
    movable: source.kind !== 'commit',
    folder: textAt(step.with, 'path') ?? '',
    events,
    confidence:
      version?.parts.length === 1 && !isTrue(at(step.with, 'allow-unsafe-pr-checkout')) ? 'likely' : 'certain',
    ownRepository: !source.reachesFork && !byRepository,
  };
}

/** A major tag may stand for a release from before the guard in a mirror: only a full version tells. */
function refuses({ step, document }: HeadPlace): boolean {
  if (!step.uses || isTrue(at(step.with, 'allow-unsafe-pr-checkout'))) return false;
  const version = actionVersion(document.source, step.uses);
  if (!version) return false;
  const [major = 0] = version.parts;
  const bound = REFUSING.find((one) => one.startsWith(`${major}.`));
  if (major >= 7) return true;
  return version.parts.length === 3 && bound !== undefined && isAtLeast(version, bound);
}

const FETCHES =
  /\b(gh pr checkout|hub pr checkout)\b|\bgit\b[^\n]*\b(fetch|pull|clone)\b[^\n]*(pull\/|\$\{?\w*HEAD\w*|\$\{?\w*(PR|BRANCH|REF|FORK)\w*)/i;

function fromScript(place: HeadPlace): OutsideCode | undefined {
  const script = place.step.run;
  const line = script && FETCHES.exec(script.text);
  if (!script || !line) return undefined;
  const text = lineAround(script.text, line.index);
  const source = /\b(gh|hub) pr checkout\b|pull\//.test(text)
    ? { kind: 'branch' as const, reachesFork: true, events: ['pull_request_target', 'issue_comment', 'workflow_run'] }
    : fromVariables(text, place);
  if (!source) return undefined;
  const start = place.document.source.indexOf(text.trim().split('\n')[0] ?? '', script.contentRange.start);
  const found = start >= 0 && start < script.contentRange.end;
  return {
    range: found ? { start, end: start + text.trim().length } : script.range,
    named: text.trim(),
    movable: source.kind !== 'commit',
    folder: '',
    events: source.events,
    confidence: 'likely',
    ownRepository: !source.reachesFork,
  };
}

/** `git fetch origin $HEAD_BRANCH` with `HEAD_BRANCH: ${{ github.head_ref }}`. */
function fromVariables(text: string, place: HeadPlace): ReturnType<typeof headSource> {
  const direct = headSource(text, place);
  if (direct) return direct;
  for (const [, name = ''] of text.matchAll(/\$\{?(\w+)/g)) {
    const found = headSource(`env.${name}`, place);
    if (found) return found;
  }
  return undefined;
}

function lineAround(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(start, end < 0 ? text.length : end);
}
