import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { stepShell } from './gates/step-shell.ts';
import { placedCommands } from './scripts/placed-commands.ts';
import { isPublicPlain, plainSource } from './scripts/plain-source.ts';

export const insecureUrlScheme: Rule<WorkflowDocument | ActionDocument> = {
  id: 'insecure-url-scheme',
  kinds: ['workflow', 'action'],
  title: 'Something is fetched over a connection that anybody can change',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['insecure-url-scheme'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/\b(http|git):\/\//i.test(document.source)) return;
    if (document.kind === 'workflow') {
      yield* inSettings(document.view.env, 'env');
      for (const job of document.view.jobs) yield* inSettings(job.env, `${job.id}/env`);
    }
    for (const { step, job, key } of stepsOf(document)) {
      yield* inSettings(step.env, `${key}/env`);
      yield* inSettings(step.with, `${key}/with`);
      if (!step.run || !/\b(http|git):\/\//i.test(step.run.text) || CHECKED.test(step.run.text)) continue;
      if (stepShell(document, job, step).kind === 'unknown') continue;
      for (const { command, range } of placedCommands(document.source, step.run)) {
        const url = plainSource(command);
        if (url) yield problem(range, url, `${key}/${url.slice(0, 80)}`);
      }
    }
  },
};

/** The script compares what it fetched with a sum or a signature. */
const CHECKED =
  /\b(sha(1|224|256|384|512)?sum|shasum)\b[^\n]{0,300}(-c|--check)|\bgpgv?\b[^\n]{0,300}--verify|\bcosign verify|\bminisign -V/;
/** Settings and inputs that name where packages come from. */
const SOURCES =
  /^(pip_(extra_)?index_url|uv_(default_|extra_)?index(_url)?|npm_config_registry|goproxy|registry-url|index-url|cargo_registries_\w+_index)$/i;

function* inSettings(map: YamlMap | undefined, key: string): Generator<Observation> {
  for (const { key: name, value, range } of map?.entries ?? []) {
    if (!SOURCES.test(name.text) || value.type !== 'scalar' || !isPublicPlain(value.text)) continue;
    yield problem(range, value.text, `${key}/${name.text}`);
  }
}

function problem(range: Range, url: string, key: string): Observation {
  return {
    range,
    key,
    message: {
      what: `${quote(url)} is fetched without a check of who answers.`,
      why: 'Whoever sits on the way can send something else, and it becomes part of the build with the rights of the job.',
      remedy: `Use ${quote('https://')}, or compare what comes with a known sum.`,
    },
  };
}
