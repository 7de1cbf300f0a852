import type { Job } from '../../documents/workflow/job.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { scalarAt, type YamlMap, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { closestName } from './jobs/closest-name.ts';
import { systemsOf } from './runners/runner-system.ts';

type Subject = WorkflowDocument | ActionDocument;

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell, November 2026.
const SHELLS = ['bash', 'sh', 'pwsh', 'python', 'cmd', 'powershell'];
const WINDOWS_ONLY: ReadonlySet<string> = new Set(['cmd', 'powershell']);

export const shellName: Rule<Subject> = {
  id: 'shell-name',
  kinds: ['workflow', 'action'],
  title: 'Script is given to a shell that is not there',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['shell-name'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { shell, key, job } of shellsOf(document)) {
      const found = problemOf(shell, key, job);
      if (found) yield found;
    }
  },
};

interface Place {
  readonly shell: YamlScalar;
  readonly key: string;
  readonly job?: Job;
}

function* shellsOf(document: Subject): Generator<Place> {
  if (document.kind === 'workflow') {
    yield* inDefaults(document.view.root, 'defaults');
    for (const job of document.view.jobs) yield* inDefaults(job.node, job.id, job);
  }
  for (const { step, job, key } of stepsOf(document)) {
    const shell = scalarAt(step.node, 'shell');
    // A step that asks for the system is there for another one, in a job that was copied or shares its steps.
    const asks = /\brunner\.os\b/i.test(step.if?.text ?? '');
    if (shell && step.run) yield { shell, key, ...(job && !asks ? { job } : {}) };
  }
}

function* inDefaults(node: YamlMap, key: string, job?: Job): Generator<Place> {
  const shell = scalarAt(node, 'defaults', 'run', 'shell');
  if (shell) yield { shell, key: `${key}/shell`, ...(job ? { job } : {}) };
}

function problemOf(shell: YamlScalar, key: string, job: Job | undefined): Observation | undefined {
  const text = shell.text.trim();
  // A shell of one's own is a command line with a place for the script.
  if (text === '' || text.includes('${{') || text.includes('{0}')) return undefined;
  const name = text.toLowerCase();
  if (!SHELLS.includes(name)) return unknown(shell, key);
  const systems = job && WINDOWS_ONLY.has(name) ? systemsOf(job) : undefined;
  if (!systems || systems.has('windows')) return undefined;
  return {
    range: shell.range,
    key,
    message: {
      what: `${quote(text)} is a shell of Windows, and the job runs on ${[...systems].join(' and ')}.`,
      why: 'The runner does not find it: the step fails before its first line.',
      remedy: name === 'powershell' ? 'Write `pwsh`, which is there on every system.' : 'Write `bash` or `pwsh`.',
    },
  };
}

function unknown(shell: YamlScalar, key: string): Observation {
  const [program = ''] = shell.text.trim().split(/\s+/);
  const hasOptions = program !== shell.text.trim();
  const meant = hasOptions ? undefined : closestName(program, SHELLS);
  return {
    range: shell.range,
    key,
    message: {
      what: `${quote(shell.text)} is none of the shells that GitHub knows, and has no ${quote('{0}')} for the script.`,
      why: 'The runner refuses it: the step fails before its first line.',
      remedy: meant
        ? `Write ${quote(meant)}.`
        : `Write ${quote(`${shell.text.trim()} {0}`)}, or one of ${SHELLS.map(quote).join(', ')}.`,
    },
    ...(meant
      ? { fix: { title: `Write ${meant}`, safety: 'review', edits: [{ range: shell.contentRange, text: meant }] } }
      : {}),
  };
}
