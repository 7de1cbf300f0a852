import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, isTrue, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { secretsIn } from './credentials/secrets-in.ts';
import { grantedLevel } from './permissions/granted-level.ts';
import { namesOtherRegistry } from './publishing/other-registry.ts';
import { publishCommands } from './publishing/publish-commands.ts';
import { selfHostedLabel } from './runners/self-hosted-label.ts';

export const trustedPublishing: Rule<WorkflowDocument> = {
  id: 'trusted-publishing',
  kinds: ['workflow'],
  title: 'Package is published with a key that stays valid',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['use-trusted-publishing'], codeql: ['actions/npm-token-in-publish'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const job of document.view.jobs) {
      for (const step of job.steps) yield* fromInputs(job, step);
      if (grantedLevel(document, job, 'id-token') !== 'none') continue;
      for (const { step, registry, tool, text, range } of publishCommands(document, job)) {
        // npm takes no identity from machines of one's own.
        if (registry === 'npm' && selfHostedLabel(job)) continue;
        if (namesOtherRegistry(document, job, step)) continue;
        const known = [document.view.env, job.env, step.env].some((env) =>
          env?.entries.some(({ value }) => secretsIn(value).length > 0),
        );
        const remedy =
          tool === 'bun'
            ? `Pack with ${quote('bun pm pack')} and publish with npm as a trusted publisher, with ${quote('id-token: write')}.`
            : `Name this workflow as a trusted publisher on ${registry}, give the job ${quote('id-token: write')} and drop the key.`;
        const what = `${quote(text)} publishes to ${registry} with a key that stays valid after the run.`;
        yield problem(range, `${job.id}/${step.key}/${tool}`, what, remedy, known);
      }
    }
  },
};

function problem(range: Range, key: string, what: string, remedy: string, known: boolean): Observation {
  return {
    range,
    key,
    confidence: known ? 'likely' : 'heuristic',
    message: {
      what,
      why: 'Whoever reads the key once can publish under your name until somebody revokes it.',
      remedy,
    },
  };
}

/** Inputs that take such a key, from the actions' own documentation, November 2026. */
const INPUTS: Readonly<Record<string, { readonly input: string; readonly to: string; readonly registry: string }>> = {
  'pypa/gh-action-pypi-publish': { input: 'password', to: 'repository-url', registry: 'PyPI' },
  'rubygems/configure-rubygems-credentials': { input: 'api-token', to: 'gem-server', registry: 'RubyGems' },
  'js-devtools/npm-publish': { input: 'token', to: 'registry', registry: 'npm' },
  'katyo/publish-crates': { input: 'registry-token', to: '', registry: 'crates.io' },
};
const HOME = /pypi\.org|rubygems\.org|registry\.npmjs\.org/;

function* fromInputs(job: Job, { uses, with: inputs, key }: Step): Generator<Observation> {
  const action = uses?.repository.toLowerCase() ?? '';
  const row = Object.hasOwn(INPUTS, action) ? INPUTS[action] : undefined;
  const entry = row && entryOf(inputs, row.input);
  if (row && entry) {
    const to = textAt(inputs, row.to) ?? textAt(inputs, row.to.replaceAll('-', '_'));
    const isPublic = to === undefined || HOME.test(to);
    const secrets = secretsIn(entry.value).filter((name) => name !== 'GITHUB_TOKEN');
    const remedy = `Name this workflow as a trusted publisher on ${row.registry}, give the job ${quote('id-token: write')} and leave ${quote(row.input)} out.`;
    if (isPublic && secrets.length > 0)
      yield problem(entry.range, `${job.id}/${key}/${row.input}`, keyIn(row.input, row.registry), remedy, true);
  }
  const always = action === 'actions/setup-node' ? entryOf(inputs, 'always-auth') : undefined;
  if (!always || !isTrue(always.value) || !HOME.test(textAt(inputs, 'registry-url') ?? '')) return;
  const remedy = `Leave ${quote('always-auth')} out and name this workflow as a trusted publisher on npm.`;
  const what = `${quote('always-auth')} puts a key for npm that stays valid after the run into the settings of every step.`;
  yield problem(uses?.node.range ?? always.range, `${job.id}/${key}/always-auth`, what, remedy, true);
}

function keyIn(input: string, registry: string): string {
  return `${quote(input)} is a key for ${registry} that stays valid after the run.`;
}
