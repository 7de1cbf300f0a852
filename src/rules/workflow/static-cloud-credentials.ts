import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt, type YamlEntry, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { STATIC_CREDENTIALS, type StaticCredential } from './credentials/static-credentials.ts';

type Subject = WorkflowDocument | ActionDocument;

export const staticCloudCredentials: Rule<Subject> = {
  id: 'static-cloud-credentials',
  kinds: ['workflow', 'action'],
  title: 'Long-lived cloud key where a token of the run would do',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, key } of stepsOf(document)) {
      const action = step.uses?.repository.toLowerCase() ?? '';
      for (const row of STATIC_CREDENTIALS) {
        const entry = row.action === undefined ? undefined : row.action === action && entryOf(step.with, row.name);
        if (entry && !assumesNext(step.with) && isSecret(entry)) yield problem(entry, row, `${key}/${row.name}`);
      }
      yield* fromEnvironment(step.env, `${key}/env`);
    }
    if (document.kind === 'action') return;
    yield* fromEnvironment(document.view.env, 'env');
    for (const job of document.view.jobs) yield* fromEnvironment(job.env, `${job.id}/env`);
  },
};

function* fromEnvironment(env: YamlMap | undefined, key: string): Generator<Observation> {
  // An endpoint of its own is another object store, which knows no federation.
  if (env?.entries.some((entry) => /ENDPOINT/i.test(entry.key.text) && /AWS|S3/i.test(entry.key.text))) return;
  for (const row of STATIC_CREDENTIALS) {
    const entry = row.action === undefined ? entryOf(env, row.name) : undefined;
    if (entry && isSecret(entry)) yield problem(entry, row, `${key}/${row.name}`);
  }
}

/** Temporary keys of a role that was assumed before come with a session token. */
function assumesNext(inputs: YamlMap | undefined): boolean {
  return textAt(inputs, 'aws-session-token') !== undefined;
}

function isSecret({ value }: YamlEntry): boolean {
  return (
    value.type === 'scalar' &&
    /\$\{\{[^}]*\bsecrets\s*[.[]/i.test(value.text) &&
    // Stores that speak the protocol of S3 and know no federation.
    !/minio|r2|spaces|wasabi|backblaze|b2_|cloudflare|digitalocean|hetzner|scaleway/i.test(value.text)
  );
}

function problem(entry: YamlEntry, row: StaticCredential, key: string): Observation {
  return {
    range: entry.range,
    key,
    message: {
      what: `${quote(row.name)} is a key for ${row.cloud} that stays valid after the run.`,
      why: 'Whoever reads it once, from a log, an action or a laptop, has the account until somebody changes the key.',
      remedy: `Let the run prove who it is and get a key for an hour: ${row.instead}.`,
    },
  };
}
