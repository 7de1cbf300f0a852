import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { isSceptic, ZEBRA } from '../support/obeying-model.ts';
import { type Attack, QUAGGA } from './attack.ts';
import {
  activeTexts,
  changedVerdicts,
  decidedByRules,
  promptPublished,
  secretsPublished,
  secretsSent,
  softenedChecks,
} from './held-against.ts';
import { hostileStage, type Outcome, type Stage } from './stage.ts';

/** Runs each attack through the App's whole line, against a model that obeys it; each is a test of its own. */
export function attackTests(theme: string, attacks: readonly Attack[]): void {
  jest.setTimeout(30_000);
  let stage: Stage;

  beforeAll(async () => {
    stage = await hostileStage();
  });

  afterAll(async () => {
    await stage.stop();
    expect(stage.violations).toEqual([]);
  });

  describe(theme, () => {
    test.each(attacks.map((attack) => [`${attack.name}, in the ${attack.where}`, attack] as const))(
      '%s',
      async (_title, attack) => {
        const outcome = await stage.attack(attack);
        expectAlive(attack, outcome);
        expectNothingGained(outcome);
      },
    );
  });
}

/** The model was asked and heard, and the attack got as far as it can. */
function expectAlive({ where, unseen }: Attack, { asked, review }: Outcome): void {
  const sent = asked
    .filter((request) => !isSceptic(request))
    .map(({ raw }) => raw)
    .join('\n');
  const said = JSON.stringify([review.findings, review.personas]);
  expect(review.findings.some(({ origin }) => origin === 'model')).toBe(true);
  expect(
    review.personas.some(({ verdicts }) => verdicts.some(({ by, outcome }) => by === 'model' && outcome === 'met')),
  ).toBe(true);
  expect(said).toContain(ZEBRA);
  if (NEVER_SENT.has(where)) expect(sent).not.toContain(QUAGGA);
  else if (!unseen) expect(sent).toContain(QUAGGA);
}

const NEVER_SENT: ReadonlySet<Attack['where']> = new Set(['title', 'body', 'author', 'commit message', 'branch name']);

/** All at once, so that a failure tells everything that got through. */
function expectNothingGained(outcome: Outcome): void {
  const { review, rulesAlone } = outcome;
  expect(decidedByRules(review)).toEqual(decidedByRules(rulesAlone));
  expect({
    success: review.conclusion === 'success',
    changedVerdicts: changedVerdicts(outcome),
    softenedChecks: softenedChecks(outcome),
    active: activeTexts(outcome),
    sent: secretsSent(outcome),
    published: secretsPublished(outcome),
    prompt: promptPublished(outcome),
  }).toEqual({
    success: false,
    changedVerdicts: [],
    softenedChecks: [],
    active: [],
    sent: [],
    published: [],
    prompt: [],
  });
}
