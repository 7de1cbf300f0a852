import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type HalfDone, halfDoneBy, isPreview } from './deployments/half-done-by.ts';

export const deployCancelInProgress: Rule<WorkflowDocument> = {
  id: 'deploy-cancel-in-progress',
  kinds: ['workflow'],
  title: 'A running deployment can be cancelled half way',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { root, jobs, triggers } = document.view;
    if (triggers.every(({ event }) => /^pull_request/.test(event))) return;
    const all = jobs.flatMap((job) => halfDoneBy(job) ?? []);
    const [first] = all;
    if (first) yield* problem(root, first, 'concurrency');
    for (const job of jobs) {
      const one = halfDoneBy(job);
      if (one) yield* problem(job.node, one, `${job.id}/concurrency`);
    }
  },
};

function* problem(holder: YamlMap, { job, command }: HalfDone, key: string): Generator<Observation> {
  const concurrency = entryOf(holder, 'concurrency')?.value;
  const entry = entryOf(concurrency, 'cancel-in-progress');
  if (entry?.value.type !== 'scalar' || entry.value.text.toLowerCase() !== 'true') return;
  if (isPreview(textAt(concurrency, 'group'))) return;
  yield {
    range: entry.range,
    key,
    message: {
      what: `${quote('cancel-in-progress: true')} stops ${quote(job.id)} in the middle of ${quote(command)} when the next run starts.`,
      why: 'A lock stays behind, a release is half rolled out, a migration is half done, and the next run starts from there.',
      remedy: 'Let runs wait for each other: `cancel-in-progress: false`.',
    },
    fix: {
      title: 'Let the running deployment finish',
      safety: 'safe',
      edits: [{ range: entry.value.range, text: 'false' }],
    },
  };
}
