import { parseShell, type ShellCommand } from '../../documents/shell.ts';
import { sliceOf } from '../../documents/source-text.ts';
import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { gateOfCommand, namesGate } from './gates/gate-signs.ts';

type Subject = WorkflowDocument | ActionDocument;

export const pipeMasksExitCode: Rule<Subject> = {
  id: 'pipe-masks-exit-code',
  kinds: ['workflow', 'action'],
  title: 'A pipe hides that a check failed',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { step, job, key } of stepsOf(document)) {
      if (!step.run || !mayMask(step.run.text) || !stopsAtLast(document, job, step)) continue;
      const { start, end } = step.run.contentRange;
      const shell = parseShell(document.source.slice(start, end), start);
      const masked = shell.commands.filter((command) => isMasked(command, shell.commands));
      for (const command of masked) {
        const what = checkOf(document, command);
        if (what) yield problem(document, step, command, what, `${key}/${firstWords(document, command)}`);
      }
    }
  },
};

/** Without `shell:` GitHub runs `bash -e`, without pipefail; `shell: bash` has it (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell). */
function stopsAtLast(document: Subject, job: Job | undefined, step: Step): boolean {
  const shell = step.shell ?? job?.shell ?? (document.kind === 'workflow' ? document.view.shell : undefined);
  if (shell) return shell === 'sh';
  if (document.kind === 'action') return false;
  return job?.runsOn?.type === 'scalar' && /^(ubuntu|macos)-/.test(job.runsOn.text);
}

/** Programs that pass on what they read and always succeed. */
const PROGRAMS =
  'tee|cat|tail|head|sort|sed|awk|tr|cut|jq|less|more|column|uniq|wc|gzip|ts|fold|sponge|xargs|tap-\\w+|bunyan|pino-pretty|prettier|xcpretty|xcbeautify|go-junit-report|gotestfmt|tfmask|grep|egrep|rg|sarif-\\w+';
const PASSING = new RegExp(`^(${PROGRAMS})$`);
/** A pipe into one of them, or into what cannot be told without parsing; parsing a script takes far longer than this. */
const PIPED = new RegExp(`\\|&?[ \\t]*(?:(?:[\\w./"'-]*/)?["']?(?:${PROGRAMS})\\b|[\\\\\\n\\r#]|\\w+=)`);

/** Longer scripts are parsed unseen: the patterns look far ahead. */
const MAX_LOOK = 8000;

function mayMask(script: string): boolean {
  if (!PIPED.test(script) || /PIPESTATUS|pipefail/.test(script)) return false;
  if (script.length > MAX_LOOK) return true;
  const line = script.replace(/\\\r?\n|\s+/g, ' ').replace(/ {2,}/g, ' ');
  return namesGate(line) || DEPLOYS.test(line) || /\b(terraform|tofu|terragrunt) /.test(line);
}

function isMasked(command: ShellCommand, all: readonly ShellCommand[]): boolean {
  if (command.pipelineLength < 2 || command.pipelineIndex === command.pipelineLength - 1) return false;
  if (command.negated || command.inCondition || command.followedByOrTrue || command.inSubstitution) return false;
  const last = all.find(
    (one) =>
      one.pipelineRange.start === command.pipelineRange.start && one.pipelineIndex === command.pipelineLength - 1,
  );
  return PASSING.test((last?.words[0]?.text ?? '').split('/').at(-1) ?? '');
}

/** What of the pipe must not fail unseen; undefined for commands that only print. */
function checkOf(document: Subject, command: ShellCommand): string | undefined {
  const text = sliceOf(document.source, command.range).replace(/\s+/g, ' ');
  const gate = gateOfCommand(text);
  if (gate && !/--version|--help|\blist\b|\bls\b/.test(text)) return gate;
  if (/\b(terraform|tofu|terragrunt) (\S+ )*(plan|apply|destroy)\b/.test(text)) return 'Terraform run';
  return DEPLOYS.test(text) ? 'deployment' : undefined;
}

const DEPLOYS =
  /\b(kubectl (\S+ )*(apply|rollout)|helm (\S+ )*(upgrade|install)|pulumi up|cdk deploy|serverless deploy|ansible-playbook|twine upload|npm publish|alembic upgrade|flyway migrate|(rails|rake) db:migrate|dvc (repro|push))\b/;

function firstWords(document: Subject, command: ShellCommand): string {
  return sliceOf(document.source, command.range).split(/\s+/).slice(0, 3).join(' ');
}

function problem(document: Subject, step: Step, command: ShellCommand, what: string, key: string): Observation {
  const fix = withPipefail(document, step);
  const line = sliceOf(document.source, command.pipelineRange);
  return {
    range: command.pipelineRange,
    key,
    ...(what === 'lint' || what === 'build' ? { severity: 'medium' } : {}),
    message: {
      what: `${quote(line)} succeeds also when its ${what} fails: a pipe ends as its last command does.`,
      why: `Without a ${quote('shell:')} the step runs under ${quote('bash -e')}, which does not look at the other parts of a pipe. It stays green.`,
      remedy: `Set ${quote('shell: bash')} on the step, which switches on ${quote('pipefail')}.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function withPipefail(document: Subject, step: Step): Fix | undefined {
  const run = entryOf(step.node, 'run');
  if (!run || step.node.flow || entryOf(step.node, 'shell')) return undefined;
  const indent = ' '.repeat(run.range.start - (document.source.lastIndexOf('\n', run.range.start - 1) + 1));
  const newLine = document.source.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: 'Run the step with pipefail',
    safety: 'review',
    edits: [{ range: { start: run.range.start, end: run.range.start }, text: `shell: bash${newLine}${indent}` }],
  };
}
