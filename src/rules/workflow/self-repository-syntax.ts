import type { Job } from '../../documents/workflow/job.ts';
import type { Uses } from '../../documents/workflow/uses.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const selfRepositorySyntax: Rule<WorkflowDocument> = {
  id: 'self-repository-syntax',
  kinds: ['workflow'],
  title: 'Own action is taken from the workspace',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { zizmor: ['self-repository'], languageservices: ['self-repository'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }, context) {
    for (const job of view.jobs) {
      if (job.uses && isRelative(job.uses)) yield problem(source, job.uses, job.id);
      if (checksOutOther(job)) continue;
      for (const { uses, key } of job.steps) {
        if (!uses || !isRelative(uses)) continue;
        // What an earlier step makes is in the workspace only; of files that do not belong together it is not known.
        const there = context.project.isolated
          ? [true]
          : ['action.yml', 'action.yaml', 'Dockerfile'].map((name) => context.exists(`${uses.path}/${name}`));
        if (there.some((known) => known !== false)) yield problem(source, uses, `${job.id}/${key}`);
      }
    }
  },
};

function isRelative({ kind, raw }: Uses): boolean {
  return kind === 'local' && raw.startsWith('./') && raw.length > 2;
}

/** The action of another commit or repository is meant then. */
function checksOutOther({ steps }: Job): boolean {
  return steps.some(
    ({ uses, with: inputs }) =>
      uses?.repository.toLowerCase() === 'actions/checkout' &&
      inputs?.entries.some(({ key }) => ['repository', 'ref', 'path'].includes(key.text)) === true,
  );
}

function problem(source: string, { node, raw }: Uses, key: string): Observation {
  const fix = rewrite(source, node.contentRange.start);
  return {
    range: node.range,
    key,
    message: {
      what: `${quote(raw)} is whatever lies in the workspace when the step begins.`,
      why: 'It needs a checkout before it, and a step that changes files there changes what runs.',
      remedy: `Write ${quote(raw.replace('./', '$/'))}: the file of the commit that the workflow itself comes from (github.com, runner 2.336.0 or newer).`,
    },
    ...(fix ? { fix } : {}),
  };
}

function rewrite(source: string, start: number): Fix | undefined {
  if (!source.startsWith('./', start)) return undefined;
  return {
    title: 'Take it from the commit of the workflow',
    safety: 'review',
    edits: [{ range: { start, end: start + 1 }, text: '$' }],
  };
}
