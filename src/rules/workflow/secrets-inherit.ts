import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, mapAt, scalarsBelow, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOwnAction, repositoryOwner } from './actions/is-own-action.ts';

export const secretsInherit: Rule<WorkflowDocument> = {
  id: 'secrets-inherit',
  kinds: ['workflow'],
  title: 'Every secret is handed to a called workflow',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['secrets-inherit'],
    ghalint: ['deny_inherit_secrets'],
    codeql: ['actions/secrets-inherit'],
    sisakulint: ['secrets-inherit'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs(document) {
    for (const { uses } of document.view.jobs) if (uses?.kind === 'local') yield { path: uses.path };
  },

  *check(document, context) {
    for (const job of document.view.jobs) {
      const entry = entryOf(job.node, 'secrets');
      if (job.uses && entry?.value.type === 'scalar' && entry.value.text === 'inherit')
        yield problem(document, job, entry, context);
    }
  },
};

function problem(document: WorkflowDocument, job: Job, entry: YamlEntry, context: RuleContext): Observation {
  const { uses } = job;
  // On a disk, the repository has no owner.
  const isForeign =
    uses?.kind !== 'local' && repositoryOwner(context.project) !== '' && !(uses && isOwnAction(uses, context.project));
  const fix = named(document, job, entry, context);
  return {
    range: entry.range,
    key: `${job.id}/secrets`,
    severity: uses?.kind === 'local' ? 'low' : isForeign ? 'high' : 'medium',
    // GitHub passes them on within an enterprise only, which may have several organisations.
    ...(isForeign ? { confidence: 'likely' } : {}),
    message: {
      what: `${quote('secrets: inherit')} gives ${quote(uses?.raw ?? '')} every secret of the repository and the organisation.`,
      why: isForeign
        ? 'Its owner is another organisation, and whoever can change it can read all of them.'
        : 'What it needs is written nowhere, and a change there can use any of them.',
      remedy: 'Name the secrets that it needs.',
    },
    ...(fix ? { fix } : {}),
  };
}

/** Names the secrets that the called workflow declares, where it uses no others and no environment brings more. */
function named(document: WorkflowDocument, job: Job, entry: YamlEntry, context: RuleContext): Fix | undefined {
  const called = job.uses?.kind === 'local' ? context.document(job.uses.path) : undefined;
  if (called?.kind !== 'workflow' || entry.merged) return undefined;
  const { view } = called as WorkflowDocument;
  const config = view.triggers.find(({ event }) => event === 'workflow_call')?.config;
  const declared = (mapAt(config, 'secrets')?.entries ?? []).map(({ key }) => key.text);
  if (declared.length === 0 || view.jobs.some(({ environment, uses }) => environment || uses)) return undefined;
  const texts = [...scalarsBelow(view.root)].map(({ scalar }) => scalar.text).join('\n');
  const used = [...texts.matchAll(/\bsecrets\.([\w-]+)/gi)].map(([, name = '']) => name.toUpperCase());
  const known = new Set([...declared.map((name) => name.toUpperCase()), 'GITHUB_TOKEN']);
  if (used.some((name) => !known.has(name)) || /secrets\s*\[|tojson\(\s*secrets/i.test(texts)) return undefined;
  const column = entry.range.start - (document.source.lastIndexOf('\n', entry.range.start - 1) + 1);
  const lines = declared.map((name) => `\n${' '.repeat(column + 2)}${name}: \${{ secrets.${name} }}`);
  return {
    title: 'Name the secrets that the called workflow declares',
    safety: 'review',
    edits: [{ range: { start: entry.key.range.end, end: entry.value.range.end }, text: `:${lines.join('')}` }],
  };
}
