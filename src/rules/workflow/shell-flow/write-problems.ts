import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Message, Observation, Problem } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { scriptWrites } from '../script-flow/script-writes.ts';
import { type FileWrite, fileWrites, type RunnerFile } from './file-writes.ts';
import { reaches } from './follow-variables.ts';
import { otherWrites } from './other-writes.ts';
import type { OutsideVariable } from './outside-variables.ts';
import { type ShellFlow, shellFlows } from './shell-flows.ts';

type Words = Pick<Message, 'why' | 'remedy'>;

/** Where outsiders' text gets into a file of the runner in a form that does more than it should. */
export function* writeProblems(
  document: WorkflowDocument | ActionDocument,
  file: RunnerFile,
  message: Words,
): Generator<Observation> {
  for (const { key, range, severity, filtered, what, ...words } of scriptWrites(document, file))
    yield problem(file, { range, key }, { severity, filtered }, { what, ...message, ...words });
  if (!document.source.includes(file)) return;
  for (const { key, line, from } of otherWrites(document, file)) {
    const what = `${quote(line.text)} writes ${quote(from.source)} into ${quote(file)}.`;
    yield problem(file, { range: line.range, key: `${key}/${from.source}` }, from, { what, ...message });
  }
  for (const flow of shellFlows(document)) {
    for (const { write, from } of harmfulWrites(document.source, flow, file)) {
      const what = `${quote(write.text.split('\n')[0] ?? '')} writes ${quote(from.source)} into ${quote(`$${file}`)}${from.filtered ? ', filtered by the script' : ''}.`;
      yield problem(file, { range: write.range, key: `${flow.key}/${from.source}` }, from, { what, ...message });
    }
  }
}

/** What is decided by an output is not known; a variable or a folder is as bad as who writes it. */
function problem(
  file: RunnerFile,
  place: Pick<Problem, 'range' | 'key'>,
  { severity, filtered }: Pick<OutsideVariable, 'severity' | 'filtered'>,
  message: Message,
): Problem {
  return {
    ...place,
    ...(file === 'GITHUB_OUTPUT' ? {} : { severity }),
    ...(filtered ? { confidence: 'heuristic' } : {}),
    message,
  };
}

function harmfulWrites(source: string, flow: ShellFlow, file: RunnerFile) {
  return fileWrites(source, flow.shell).flatMap((write) => {
    const from = write.file === file ? reaches(write.text, flow.variables) : undefined;
    return from && doesHarm(write, from, flow) ? [{ write, from }] : [];
  });
}

/** A path is one line; a variable or an output needs a second line, and no delimiter that is made up in the run. */
function doesHarm({ file, text, command }: FileWrite, from: OutsideVariable, { shell, place }: ShellFlow): boolean {
  if (file === 'GITHUB_PATH') return true;
  if (!from.manyLines || /^(wc|jq|sed|tr|head|base64)$/.test(command.words[0]?.text ?? '')) return false;
  // The name of a variable that is chosen by a stranger needs no second line, but is nearly never meant.
  return !hasSecretDelimiter(text, place.document.source, shell.commands, file);
}

const OPENING = /<<\s*["']?[\w-]*\$[\w{(]/;

/** `body<<$delimiter`: nobody can write the end of the value into it. */
function hasSecretDelimiter(text: string, source: string, commands: ShellFlow['commands'], file: RunnerFile): boolean {
  if (OPENING.test(text)) return true;
  return commands.some(({ range, redirects }) => {
    const written = source.slice(range.start, range.end);
    return OPENING.test(written) && redirects.some(({ target }) => target?.text.includes(file));
  });
}
