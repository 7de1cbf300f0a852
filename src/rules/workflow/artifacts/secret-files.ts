import type { ShellCommand } from '../../../documents/shell.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { secretsIn } from '../credentials/secrets-in.ts';
import { stepShell } from '../gates/step-shell.ts';
import { placedCommands } from '../scripts/placed-commands.ts';

/** A file of the workspace into which a script writes a secret. */
export interface SecretFile {
  /** From the workspace, without `./`. */
  readonly path: string;
  readonly secret: string;
  readonly range: Range;
}

/** Notes the files that a step fills with secrets, and forgets those that it deletes. */
export function noteSecretFiles(
  document: WorkflowDocument | ActionDocument,
  job: Job | undefined,
  step: Step,
  files: Map<string, SecretFile>,
): void {
  if (!step.run || stepShell(document, job, step).kind !== 'posix') return;
  const variables = secretVariables(document, job, step);
  // Parsing takes far longer than a look at whether there can be anything to note.
  const mayForget = files.size > 0 && /\brm\b/.test(step.run.text);
  if (!mayForget && !mayWrite(step.run.text, variables)) return;
  for (const { command, range } of placedCommands(document.source, step.run)) {
    for (const file of removedBy(command)) files.delete(file);
    const path = writtenBy(command, step);
    const secret = path === undefined ? undefined : secretOf(command, step.run.text, variables);
    if (path !== undefined && secret !== undefined) files.set(path, { path, secret, range });
  }
}

function mayWrite(script: string, variables: ReadonlyMap<string, string>): boolean {
  if (!script.includes('>')) return false;
  return /\bsecrets\s*[.[]/i.test(script) || [...variables.keys()].some((name) => script.includes(name));
}

function secretVariables(document: WorkflowDocument | ActionDocument, job: Job | undefined, step: Step) {
  const root = document.kind === 'workflow' ? document.view.env : undefined;
  const entries = [root, job?.env, step.env].flatMap((env) => env?.entries ?? []);
  return new Map(entries.flatMap(({ key, value }) => secretsIn(value).map((secret) => [key.text, secret] as const)));
}

/** A redirect to a file whose name is known and that lies in the workspace. */
function writtenBy({ redirects }: ShellCommand, step: Step): string | undefined {
  const target = redirects.find(({ operator }) => operator === '>' || operator === '>>')?.target;
  if (!target || target.hasExpansion || /^[/~&]/.test(target.text)) return undefined;
  const folder = textAt(step.node, 'working-directory');
  return folder?.includes('$') ? undefined : joined(folder, target.text);
}

function joined(folder: string | undefined, file: string): string | undefined {
  const path = `${folder ?? '.'}/${file}`.split('/').filter((part) => part !== '' && part !== '.');
  return path.includes('..') ? undefined : path.join('/');
}

function removedBy({ words }: ShellCommand): string[] {
  return words[0]?.text === 'rm' ? words.slice(1).map(({ text }) => text.replace(/^\.\//, '')) : [];
}

/** Only what prints its own arguments writes them: what another program makes of a secret is not known. */
function secretOf(command: ShellCommand, script: string, variables: ReadonlyMap<string, string>): string | undefined {
  if (!/^(?:echo|printf|cat|base64|envsubst)$/.test(command.words[0]?.text ?? '')) return undefined;
  const text = script.slice(command.pipelineRange.start, command.pipelineRange.end);
  const named = /\$\{\{[^}]{0,200}?\bsecrets\.([\w-]+)/i.exec(text)?.[1];
  if (named) return named;
  const used = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => variables.get(name));
  return used.find((secret) => secret !== undefined);
}
