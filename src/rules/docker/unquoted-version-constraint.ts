import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { ShellRedirect, ShellWord } from '../../documents/shell.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const unquotedVersionConstraint: Rule<DockerfileDocument> = {
  id: 'unquoted-version-constraint',
  kinds: ['dockerfile'],
  title: 'The shell takes a version constraint for a redirect',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        if (!installs(run)) continue;
        for (const lost of lostConstraints(run)) yield problem(stage, run, lost, source);
      }
    }
  },
};

const INSTALLERS = /^(pip[\d.]*|uv|pipx|conda|mamba|micromamba|apk|npm|yarn|pnpm|gem|poetry|pdm)$/;

function installs({ program, words }: RunCommand): boolean {
  const isModule =
    /^python[\d.]*$/.test(program) && words.some(({ text }, i) => text === '-m' && words[i + 1]?.text === 'pip');
  return (
    (isModule || INSTALLERS.test(program)) &&
    words.some(({ text }) => /^(install|add|i|create|update|upgrade)$/.test(text))
  );
}

interface Lost {
  readonly word: ShellWord;
  readonly redirect: ShellRedirect;
}

/** `name>=1.2`: a redirect that starts where a word ends, and whose file has the form of a version. */
function lostConstraints({ command }: RunCommand): readonly Lost[] {
  if (!command || command.redirects.length === 0) return [];
  const byEnd = new Map(command.words.map((word) => [word.range.end, word]));
  return command.redirects.flatMap((redirect) => {
    const { operator, target, range } = redirect;
    const word = byEnd.get(range.start);
    if (!word || !target || !/^[<>]$/.test(operator) || target.range.start !== range.start + 1) return [];
    return /^=?\d[\w.*]*(,[<>=!~]*[\w.*]+)*$/.test(target.text) ? [{ word, redirect }] : [];
  });
}

function problem(stage: DockerStage, run: RunCommand, { word, redirect }: Lost, source: string): Observation {
  const range = { start: word.range.start, end: redirect.target?.range.end ?? redirect.range.end };
  const text = source.slice(range.start, range.end);
  const file = redirect.target?.text ?? '';
  const isPlain = !/["'`$\\]/.test(text);
  return {
    range,
    key: `${stage.key}/${word.text}`,
    message: {
      what: `The shell reads ${quote(text)} as ${quote(word.text)} and a redirect ${redirect.operator === '>' ? 'to' : 'from'} the file ${quote(file)}.`,
      why:
        redirect.operator === '>'
          ? `${run.program} never sees the constraint: it installs any version, and its output goes into a file of that name.`
          : `${run.program} never sees the constraint, and the step fails because there is no such file.`,
      remedy: `Quote it: ${quote(`"${text}"`)}.`,
    },
    ...(isPlain
      ? {
          fix: {
            title: 'Quote the constraint',
            safety: 'review' as const,
            edits: [
              { range: { start: range.start, end: range.start }, text: '"' },
              { range: { start: range.end, end: range.end }, text: '"' },
            ],
          },
        }
      : {}),
  };
}
