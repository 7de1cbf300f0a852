import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type ScriptLine, scriptLines } from './gates/script-lines.ts';

type Subject = WorkflowDocument | ActionDocument;

const FILES: Readonly<Record<string, string>> = {
  'set-output': 'GITHUB_OUTPUT',
  'save-state': 'GITHUB_STATE',
  'set-env': 'GITHUB_ENV',
  'add-path': 'GITHUB_PATH',
};

export const deprecatedCommands: Rule<Subject> = {
  id: 'deprecated-commands',
  kinds: ['workflow', 'action'],
  title: 'Script uses a workflow command that is being removed',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: { actionlint: ['deprecated-commands'], sisakulint: ['deprecated-commands'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { step, job, key } of stepsOf(document)) {
      if (!step.run?.text.includes('::')) continue;
      const bash = isBash(document, job, step);
      for (const line of scriptLines(document.source, step.run)) yield* problem(line, key, bash);
    }
  },
};

function* problem(line: ScriptLine, key: string, bash: boolean): Generator<Observation> {
  const [, named, bare] = /::(?:(set-output|save-state|set-env) name=|(add-path)::)/.exec(line.text) ?? [];
  const name = named ?? bare ?? '';
  const file = FILES[name];
  if (!file) return;
  const fix = rewrite(line, name, file, bash);
  const refused = name === 'set-env' || name === 'add-path';
  yield {
    range: line.range,
    key: `${key}/${name}/${/name=([\w-]+)/.exec(line.text)?.[1] ?? ''}`,
    ...(refused ? { severity: 'high' } : {}),
    message: {
      what: `${quote(`::${name}`)} ${refused ? 'is refused by the runner' : 'is deprecated'}.`,
      why: refused
        ? 'The step fails, unless the protection against injected commands is switched off.'
        : 'Anything that prints to the log can set the value as well, and the runner warns each time until it obeys no longer.',
      remedy: `Append to the file that ${quote(`$${file}`)} names.`,
    },
    ...(fix ? { fix } : {}),
  };
}

/** Without `shell:`, Windows runners take PowerShell. */
function isBash(document: Subject, job: Job | undefined, step: Step): boolean {
  const shell = step.shell ?? job?.shell ?? (document.kind === 'workflow' ? document.view.shell : undefined);
  if (shell) return /^(bash|sh)\b/.test(shell);
  return job?.runsOn?.type === 'scalar' && /^(ubuntu|macos)-[\w.-]+$/.test(job.runsOn.text);
}

/** Only the plain form: one `echo` of the command and nothing else on its line. */
function rewrite({ text, range }: ScriptLine, name: string, file: string, bash: boolean): Fix | undefined {
  const pattern =
    name === 'add-path'
      ? /^echo (["']?)::add-path::([^"'>|;&]*)\1$/
      : /^echo (["']?)::[a-z-]+ name=([\w-]+)::([^"'>|;&]*)\1$/;
  const match = bash ? pattern.exec(text) : undefined;
  if (!match) return undefined;
  const [, mark = '', first = '', value] = match;
  const quoteMark = mark === '' ? '"' : mark;
  const written = value === undefined ? first : `${first}=${value}`;
  return {
    title: `Write to $${file}`,
    safety: 'safe',
    edits: [{ range, text: `echo ${quoteMark}${written}${quoteMark} >> "$${file}"` }],
  };
}
