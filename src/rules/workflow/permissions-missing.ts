import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { PRIVILEGED_EVENTS } from './injection/active-events.ts';
import { insertPermissions } from './permissions/insert-permissions.ts';

export const permissionsMissing: Rule<WorkflowDocument> = {
  id: 'permissions-missing',
  kinds: ['workflow'],
  title: 'Workflow does not say what its token may do',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    zizmor: ['excessive-permissions'],
    ghalint: ['job_permissions'],
    codeql: ['actions/missing-workflow-permissions'],
    scorecard: ['Token-Permissions'],
    checkov: ['CKV2_GHA_1'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { root, triggers, jobs } = document.view;
    const bare = jobs.filter((job) => !job.node.entries.some(({ key }) => key.text === 'permissions'));
    const block = root.entries.find(({ key }) => key.text === 'permissions');
    const called = triggers.length > 0 && triggers.every(({ event }) => event === 'workflow_call');
    const [first] = bare;
    // On a privileged trigger `excessive-permissions` says it; a called workflow gets what its caller has.
    if (block || !first || called || triggers.some(({ event }) => PRIVILEGED_EVENTS.has(event))) return;
    const fix = insertPermissions(document, bare);
    yield {
      range: root.entries.find(({ key }) => key.text === 'jobs')?.key.range ?? first.idRange,
      key: '/missing',
      message: {
        what: `No ${quote('permissions')} are set for ${quoteAll(bare.map(({ id }) => id))}.`,
        why: 'The token gets the default of the repository or organisation, which may be write access to everything.',
        remedy: `Set ${quote('contents: read')} for the workflow, and more only in the job that needs it.`,
      },
      ...(fix ? { fix } : {}),
    };
  },
};
