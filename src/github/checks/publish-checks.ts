import type { Conclusion, PersonaReview, Receipt, Review } from '../../types.ts';
import type { GitHubClient } from '../client.ts';
import { concludedId, type OtherPull, worse, worstOtherPull } from '../reading/other-pulls.ts';
import { annotationsOf } from './annotations.ts';
import { buttonsOf } from './buttons.ts';
import {
  AGGREGATE_CHECK,
  type CheckReport,
  type CheckRun,
  concludeCheck,
  personaCheck,
  type StartedChecks,
  startCheck,
} from './checks.ts';
import type { Renderers } from './renderers.ts';

const NOTHING_TO_REVIEW: CheckReport = {
  conclusion: 'success',
  title: 'Nothing to review',
  summary: 'This change touches no file that this reviewer looks at.',
};

type Concluded = Receipt['checks'][number];

/** Concludes the aggregate check and every persona's; a persona that was not called has nothing to review. */
export async function publishChecks(
  octokit: GitHubClient,
  checks: StartedChecks,
  review: Review,
  render: Renderers,
): Promise<readonly Concluded[]> {
  const reporting = review.personas.filter(({ found }) => !found);
  const personas = new Map(reporting.map((persona) => [personaCheck(persona.title), persona]));
  const runs = [...checks.runs, ...(await startMissing(octokit, checks, [...personas.keys()]))];
  const isAggregate = ({ name }: CheckRun) => name === AGGREGATE_CHECK;
  // The aggregate last: whoever looks for lost work looks at that one.
  const personaRuns = runs.filter((run) => !isAggregate(run));
  const concludeOne = async (run: CheckRun) =>
    concluded(run, await concludePersona(octokit, checks, run, review, personas.get(run.name), render));
  const own = runs.find(isAggregate);
  const [other, others] = await Promise.all([
    own && worstOtherPull(octokit, checks, own),
    Promise.all(personaRuns.map(concludeOne)),
  ]);
  if (own === undefined) return others;
  return [concluded(own, await concludeAggregate(octokit, checks, own, review, other, render)), ...others];
}

function concluded({ name, url }: CheckRun, conclusion: Conclusion): Concluded {
  return { name, conclusion, ...(url === undefined ? {} : { url }) };
}

/** A team's own persona is known only once its agent file was read. */
async function startMissing(
  octokit: GitHubClient,
  checks: StartedChecks,
  names: readonly string[],
): Promise<readonly CheckRun[]> {
  const started = new Set(checks.runs.map((run) => run.name));
  const missing: CheckRun[] = [];
  for (const name of names) if (!started.has(name)) missing.push(await startCheck(octokit, checks, name));
  return missing;
}

/** Two pull requests with one head commit share its checks: the aggregate says the worse of both. */
async function concludeAggregate(
  octokit: GitHubClient,
  checks: StartedChecks,
  run: CheckRun,
  review: Review,
  other: OtherPull | undefined,
  render: Renderers,
): Promise<Conclusion> {
  const conclusion = other === undefined ? review.conclusion : worse(review.conclusion, other.conclusion);
  const note = other === undefined || conclusion === review.conclusion ? '' : sharedHead(other);
  const text = render.checkText?.(review);
  const report: CheckReport = {
    conclusion,
    externalId: concludedId(checks, review.conclusion),
    title: render.checkTitle(review),
    summary: note + render.checkSummary(review),
    ...(text === undefined ? {} : { text }),
    annotations: annotationsOf(review),
    buttons: buttonsOf(review),
  };
  await concludeCheck(octokit, checks, run, report);
  // GitHub shows the newest run of a name, so ours has to be the newest to be seen.
  if (other?.newer && worse(conclusion, other.conclusion) !== other.conclusion) {
    await concludeCheck(octokit, checks, await startCheck(octokit, checks, run.name), report);
  }
  return conclusion;
}

function sharedHead({ number, conclusion }: OtherPull): string {
  return `**Pull request #${number} has the same head commit and got \`${conclusion}\`; both share this check.**\n\n`;
}

async function concludePersona(
  octokit: GitHubClient,
  checks: StartedChecks,
  run: CheckRun,
  review: Review,
  persona: PersonaReview | undefined,
  render: Renderers,
): Promise<Conclusion> {
  if (persona === undefined) {
    await concludeCheck(octokit, checks, run, NOTHING_TO_REVIEW);
    return 'success';
  }
  const title = render.checkTitle(review, persona);
  const summary = render.checkSummary(review, persona);
  await concludeCheck(octokit, checks, run, { conclusion: persona.conclusion, title, summary });
  return persona.conclusion;
}
