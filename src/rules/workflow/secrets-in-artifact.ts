import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, isTrue, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { actionVersion, isBefore } from './actions/action-version.ts';
import { noteSecretFiles, type SecretFile } from './artifacts/secret-files.ts';

type Subject = WorkflowDocument | ActionDocument;

export const secretsInArtifact: Rule<Subject> = {
  id: 'secrets-in-artifact',
  kinds: ['workflow', 'action'],
  title: 'A file that holds a secret is uploaded',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { codeql: ['actions/secrets-in-artifacts'], sisakulint: ['secrets-in-artifacts'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/upload-artifact/i.test(document.source) || !/secrets/i.test(document.source)) return;
    const byJob = new Map<Job | undefined, Map<string, SecretFile>>();
    for (const { step, job, key } of stepsOf(document)) {
      const files = byJob.get(job) ?? new Map<string, SecretFile>();
      byJob.set(job, files);
      noteSecretFiles(document, job, step, files);
      if (step.uses?.repository.toLowerCase() !== 'actions/upload-artifact' || files.size === 0) continue;
      const file = uploaded(document, step, files);
      if (!file) continue;
      yield {
        range: step.uses.node.range,
        key: `${key}/${file.path}`,
        message: {
          what: `${quote(step.uses.raw)} uploads ${quote(file.path)}, into which the secret ${quote(file.secret)} was written.`,
          why: 'Everybody who may read the repository can download the artifact, and nothing in it is hidden.',
          remedy: 'Upload only the files that are meant, or delete the file before.',
        },
        related: [related(document, file)],
      };
    }
  },
};

function related({ path, side }: Subject, { range }: SecretFile) {
  return { path, side, range, message: 'The secret is written here.' };
}

/** Files whose name, or a folder's above them, begins with a dot are left out from 4.4.0 on, unless it is told otherwise. */
function uploaded({ source }: Subject, step: Step, files: ReadonlyMap<string, SecretFile>): SecretFile | undefined {
  const version = step.uses && actionVersion(source, step.uses);
  const takesHidden =
    isTrue(entryOf(step.with, 'include-hidden-files')?.value) || (version !== undefined && isBefore(version, '4.4.0'));
  const lines = (textAt(step.with, 'path') ?? '').split('\n').slice(0, MAX_LINES).map(clean).filter(Boolean);
  const left = lines.flatMap((line) => (line.startsWith('!') ? [clean(line.slice(1))] : []));
  return [...files.values()].find(({ path }) => {
    const isHidden = path.split('/').some((part) => part.startsWith('.'));
    if ((isHidden && !takesHidden) || left.some((line) => covers(line, path))) return false;
    return lines.some((line) => covers(line, path));
  });
}

/** Of an upload; more are generated. */
const MAX_LINES = 100;

/** A path, one of the folders above it, or `**` and `*` in a folder above it. */
function covers(pattern: string, file: string): boolean {
  if (pattern === file || pattern === '.') return true;
  const folder = pattern.replace(/\/?\*\*?(?:\/\*)?$/, '');
  if (folder === '') return true;
  return !folder.includes('*') && file.startsWith(`${folder}/`);
}

function clean(path: string): string {
  const inside = path.trim().replace(/^(?:\$\{\{\s*github\.workspace\s*\}\}|\$\{?GITHUB_WORKSPACE\}?)\/?/, './');
  return inside.replace(/^\.\/(?=.)/, '').replace(/(?<=.)\/$/, '') || (path.trim() === '' ? '' : '.');
}
