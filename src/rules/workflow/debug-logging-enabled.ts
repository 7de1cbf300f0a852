import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const debugLoggingEnabled: Rule<WorkflowDocument | ActionDocument> = {
  id: 'debug-logging-enabled',
  kinds: ['workflow', 'action'],
  title: 'Debug logging is always on',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { poutine: ['debug_enabled'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/(ACTIONS_(STEP|RUNNER)|RUNNER)_DEBUG/.test(document.source)) return;
    if (document.kind === 'workflow') {
      yield* inEnvironment(document.view.env, 'env');
      for (const job of document.view.jobs) yield* inEnvironment(job.env, `${job.id}/env`);
    }
    for (const { step, key } of stepsOf(document)) yield* inEnvironment(step.env, `${key}/env`);
  },
};

function* inEnvironment(env: YamlMap | undefined, key: string): Generator<Observation> {
  for (const entry of env?.entries ?? []) {
    const value = entry.value.type === 'scalar' ? entry.value.text : '';
    if (!/^(ACTIONS_(STEP|RUNNER)|RUNNER)_DEBUG$/.test(entry.key.text) || !/^(true|1)$/i.test(value)) continue;
    yield {
      range: entry.range,
      key: `${key}/${entry.key.text}`,
      message: {
        what: `${quote(`${entry.key.text}: ${value}`)} makes actions log all that they do, in every run.`,
        why: 'Debug output shows requests, settings and values that are made of secrets and therefore not hidden.',
        remedy: `Leave it out; ${quote('Re-run jobs')} has a box for debug logging where it is needed once.`,
      },
    };
  }
}
