import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { poisonedArtifacts } from './artifacts/poisoned-artifacts.ts';
import { triggerName } from './checkout/outside-checkouts.ts';

export const artifactPoisoning: Rule<WorkflowDocument> = {
  id: 'artifact-poisoning',
  kinds: ['workflow'],
  title: 'Files that a run of outsiders made are run with the rights of the repository',
  severity: 'critical',
  // What the other run packs is not read here.
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/artifact-poisoning/critical'],
    octoscan: ['dangerous-action'],
    sisakulint: ['artifact-poisoning-critical', 'artifact-poisoning-medium'],
    'gato-x': ['ArtifactPoisoningResult'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call'))
      yield { glob: '.github/workflows/*' };
  },

  *check(document, context) {
    for (const { job, step, artifact, reached, runner } of poisonedArtifacts(document, context)) {
      if (!runner) continue;
      const [firstLine = ''] = (runner.run?.text ?? '').trim().split('\n');
      yield {
        range: artifact.range,
        key: `${job.id}/${step.key}`,
        message: {
          what: `${quote(artifact.named)} brings files of a run that outsiders can cause into ${quote(job.id)}, which ${quote(triggerName(reached))} starts, and ${quote(runner.name ?? runner.uses?.raw ?? firstLine)} runs what lies there.`,
          why: 'The author of a pull request decides what its run packs into an artifact: a script, a build file, a hook. Here it gets the token and the secrets of the repository.',
          remedy:
            'Unpack artifacts into a folder below `runner.temp`, read them as data, check what you read, and build only what the repository itself holds.',
        },
        related: [
          { path: document.path, side: document.side, range: runner.node.range, message: 'The files are run here.' },
        ],
      };
    }
  },
};
