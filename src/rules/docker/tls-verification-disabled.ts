import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { ScriptDocument } from '../../documents/script.ts';
import { invokedWords, type ShellCommand } from '../../documents/shell.ts';
import type { Observation, Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { runCommands } from './commands/run-commands.ts';
import { type InsecureSwitch, insecureSwitch } from './tls/insecure-switch.ts';
import { isInsecureVariable } from './tls/insecure-variables.ts';

export const tlsVerificationDisabled: Rule<DockerfileDocument | ScriptDocument> = {
  id: 'tls-verification-disabled',
  kinds: ['dockerfile', 'script'],
  title: 'Certificates are not checked',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    checkov: [
      ...['CKV2_DOCKER_2', 'CKV2_DOCKER_3', 'CKV2_DOCKER_4', 'CKV2_DOCKER_5', 'CKV2_DOCKER_6', 'CKV2_DOCKER_12'],
      ...['CKV2_DOCKER_13', 'CKV2_DOCKER_14', 'CKV2_DOCKER_15', 'CKV2_DOCKER_16'],
    ],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    if (document.kind === 'dockerfile') {
      for (const instruction of document.view.instructions) yield* problemsIn(instruction, document);
      return;
    }
    for (const command of document.view.commands) {
      // Scripts also talk to machines that are made for one run, and which those are cannot be seen from here.
      for (const one of problemsOf(command, '')) yield { ...one, confidence: 'likely' };
    }
  },
};

function* problemsIn(instruction: DockerInstruction, { view }: DockerfileDocument): Generator<Observation> {
  const stage = view.stages.find(({ instructions }) => instructions.includes(instruction))?.key ?? 'global';
  yield* variablesOf(instruction, stage);
  for (const { command, words } of runCommands(instruction)) {
    if (command) yield* problemsOf(command, stage);
    const found = command ? undefined : insecureSwitch(words);
    if (found) yield problem(instruction.range, stage, words[0]?.text ?? '', { text: found.text });
  }
}

function* variablesOf({ keyword, pairs }: DockerInstruction, stage: string): Generator<Observation> {
  if (keyword !== 'ENV' && keyword !== 'ARG') return;
  for (const { name, value, range } of pairs) {
    if (value !== undefined && isInsecureVariable(name, value))
      yield problem(range, stage, `${keyword} ${name}`, { text: `${name}=${value}` });
  }
}

function* problemsOf(command: ShellCommand, stage: string): Generator<Problem> {
  for (const { name, value, range } of command.assignments) {
    if (value && isInsecureVariable(name, value.text))
      yield problem(range, stage, name, { text: `${name}=${value.text}` });
  }
  const words = invokedWords(command);
  const found = insecureSwitch(words);
  if (found) yield problem(command.range, stage, words[0]?.text ?? '', found);
}

function problem(range: Problem['range'], stage: string, who: string, { text, edit }: InsecureSwitch): Problem {
  return {
    range,
    key: `${stage}/${who}/tls`,
    message: {
      what: `${quote(text)} switches off the check of certificates.`,
      why: 'Whoever stands between the build and the server can hand it a program of their own, and it is run or shipped as if it were genuine.',
      remedy:
        'Take it out; for a server with a certificate of your own, install its authority in the image and trust that.',
    },
    ...(edit ? { fix: { title: 'Check the certificate', safety: 'review', edits: [edit] } } : {}),
  };
}
