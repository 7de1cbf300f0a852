import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { dropCredentials } from './artifacts/drop-credentials.ts';
import { leakedWorkspace } from './artifacts/leaked-workspace.ts';
import { needsCredentials } from './artifacts/needs-credentials.ts';

type Subject = WorkflowDocument | ActionDocument;

export const credentialsInArtifact: Rule<Subject> = {
  id: 'credentials-in-artifact',
  kinds: ['workflow', 'action'],
  title: 'The token is uploaded with the workspace',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['artipacked'],
    codeql: ['actions/secrets-in-artifacts'],
    octoscan: ['dangerous-artefact'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const steps = stepsOf(document);
    for (const { step, job, key } of steps) {
      if (step.uses?.repository.toLowerCase() !== 'actions/checkout') continue;
      const all = job ? job.steps : steps.map((one) => one.step);
      const upload = leakedWorkspace(document, step, all);
      if (!upload?.uses) continue;
      const fix = needsCredentials(all.slice(all.indexOf(step) + 1))
        ? undefined
        : dropCredentials(document.source, step);
      yield {
        range: upload.uses.node.range,
        key: `${key}/${upload.key}`,
        message: {
          what: `${quote(upload.uses.raw)} uploads the folder that ${quote(step.uses.raw)} left its token in, ${quote('.git/config')} included.`,
          why: 'Whoever may download the artifact while the job runs, everybody on a public repository, has the token and can use it.',
          remedy: `Set ${quote('persist-credentials: false')} on the checkout, and upload only the files that are meant.`,
        },
        related: [
          {
            path: document.path,
            side: document.side,
            range: step.uses.node.range,
            message: 'The token is written here.',
          },
        ],
        ...(fix ? { fix } : {}),
      };
    }
  },
};
