import { review as reviewTarget } from '../../src/app/review.ts';
import { type MarkerScope, writeMarker } from '../../src/github/comments/markers.ts';
import { run } from '../../src/run.ts';
import type { Review, Sink } from '../../src/types.ts';
import { serviceFor } from '../app/service-fixture.ts';
import { type FakeClaude, type FakeRequest, fakeClaude } from '../support/fake-claude.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { type FakePull, newId } from '../support/fake-github/state.ts';
import { obey } from '../support/obeying-model.ts';
import { type Attack, QUAGGA } from './attack.ts';
import { ENVIRONMENT } from './canaries.ts';
import { placed } from './placed.ts';

/** What an attack came to. */
export interface Outcome {
  readonly review: Review;
  /** The same change without a model. */
  readonly rulesAlone: Review;
  /** What the model was asked. */
  readonly asked: readonly FakeRequest[];
  /** Bodies of requests that changed something on GitHub. */
  readonly received: FakeGitHub['received'];
  readonly scope: MarkerScope;
}

/** A GitHub, and a model that obeys the attacker; shared by many attacks. */
export interface Stage {
  attack(attack: Attack): Promise<Outcome>;
  stop(): Promise<void>;
  readonly violations: readonly string[];
}

/** What takes the place of {{marker}} in an attack: a marker that we signed for this very pull request. */
const MARKER = '{{marker}}';

/** What a model says that was not told of the attack: it was in the title, or in the agent file of another persona. */
const NOTHING_TOLD = 'ask @octocat, or see https://evil.example';

export async function hostileStage(): Promise<Stage> {
  let wants = '';
  const isTold = ({ raw }: FakeRequest) => raw.includes(QUAGGA);
  const github = await startFakeGitHub();
  const claude = await fakeClaude([{ reply: (request) => obey(request, isTold(request) ? wants : NOTHING_TOLD) }]);
  const before = { ...process.env };
  Object.assign(process.env, ENVIRONMENT, { ANTHROPIC_BASE_URL: claude.url });

  return {
    violations: github.violations,
    async attack(attack) {
      const scope = { key: serviceFor(github).markerKey, repository: 'acme/churn', number: newId(github.state) };
      const marker = writeMarker(scope, { kind: 'waived', subject: 'f1:2026-12-01:grace' });
      const text = attack.text.replaceAll(MARKER, marker);
      wants = (attack.wants ?? attack.text).replaceAll(MARKER, marker).slice(0, 900);
      const pull = open(github, { ...attack, text }, scope.number);
      const [sent, asked] = [github.received.length, claude.questions().length];
      const reviews = await reviewed(github, pull);
      return { ...reviews, asked: questionsSince(claude, asked), received: github.received.slice(sent), scope };
    },
    async stop() {
      process.env = before;
      await claude.close();
      await github.close();
    },
  };
}

function questionsSince(claude: FakeClaude, count: number): readonly FakeRequest[] {
  return claude.questions().slice(count);
}

/** Opens the pull request on a base branch of its own. */
function open({ state }: FakeGitHub, attack: Attack, number: number): FakePull {
  const { base, change, title, body, message, branch, author } = placed(attack);
  const root = `base-${number}`;
  state.git.commit(root, base);
  const headSha = state.git.commit(`head-${number}`, change, { from: root, message });
  const pull = { number, author, title, body, base: root, branch, headSha, draft: false, open: true, fork: false };
  state.pulls.set(number, pull);
  return pull;
}

/** The App's own line, with the judge it chooses from its environment; once without a model and unheard, then in earnest. */
async function reviewed(github: FakeGitHub, pull: FakePull): Promise<Pick<Outcome, 'review' | 'rulesAlone'>> {
  const seen: Review[] = [];
  const service = {
    ...serviceFor(github),
    run: async (...[ports, options]: Parameters<typeof run>) => {
      const { judge: _, ...others } = ports;
      seen.push((await run({ ...others, sink: UNHEARD }, options)).review);
      const result = await run(ports, options);
      seen.push(result.review);
      return result;
    },
  };
  const target = { installation: 42, owner: 'acme', repo: 'churn', number: pull.number, headSha: pull.headSha };
  await reviewTarget(service, { do: 'review', target }, new AbortController().signal);
  const [rulesAlone, review] = seen;
  if (rulesAlone === undefined || review === undefined) throw new Error('There was no review.');
  return { review, rulesAlone };
}

const UNHEARD: Sink = {
  publish: async () => ({ checks: [], commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] }),
};
