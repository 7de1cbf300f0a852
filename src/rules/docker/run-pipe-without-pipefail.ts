import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import { parseShell, type ShellCommand } from '../../documents/shell.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { stageChain } from './stages/stage-chain.ts';

/** They do not fail, or nobody minds. */
const CANNOT_FAIL = /^(echo|printf|yes|true|:|seq|cat|ls|set|env|date|uname|dpkg|id|jq|\[)$/;
/** They stop reading early; with pipefail the writer in front of them would fail the build. */
const STOPS_EARLY = /^(head|grep|egrep|fgrep|tail|true|:|tee|wc|awk|sed|cut|sort|tr|uniq)$/;
/** They fail by themselves on what is empty or cut off. */
const NOTICES =
  /^((bsd)?tar|g?unzip|gzip|zcat|xz|unxz|bunzip2|bzip2|zstd|unzstd|cpio|gpg2?|apt-key|rpm2cpio|(sha\d+|md5)sum|shasum|openssl)$/;
/** Nothing, or half of something, is enough for them to succeed. */
const TAKES_ANYTHING = /^(ba|da|z|k|a)?sh$|^(python\S*|perl|node|ruby|xargs|dd|cat|crontab|psql|mysql)$/;

export const runPipeWithoutPipefail: Rule<DockerfileDocument> = {
  id: 'run-pipe-without-pipefail',
  kinds: ['dockerfile'],
  title: 'A failed download does not fail the build',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {
    hadolint: ['DL4006'],
    kics: ['efbf148a-67e9-42d2-ac47-02fa1c0d0b22'],
    semgrep: ['set-pipefail'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const stage of view.stages) {
      const shells = stageChain(stage, view.stages).map(({ instructions }) => instructions.filter(isShell));
      const masked = stage.instructions.flatMap((instruction) => {
        const pipes = isSafe(shellAt(shells, instruction)) ? [] : maskedFailures(instruction, source);
        return pipes.map((pipe) => ({ instruction, pipe }));
      });
      for (const [i, { instruction, pipe }] of masked.entries()) {
        const isFirst = i === 0 && !shellAt(shells, instruction);
        yield problem(stage, pipe, source, isFirst ? setShell(stage, view.stages, instruction, source) : undefined);
      }
    }
  },
};

/** The SHELL that holds for an instruction, of its stage or of one below; `shells` are those of each. */
function shellAt(
  shells: readonly (readonly DockerInstruction[])[],
  at: DockerInstruction,
): DockerInstruction | undefined {
  return shells
    .map((ofStage) => ofStage.findLast(({ range }) => range.start < at.range.start))
    .find((one) => one !== undefined);
}

function isShell({ keyword }: DockerInstruction): boolean {
  return keyword === 'SHELL';
}

/** With pipefail, or no shell of the POSIX family. */
function isSafe(shell: DockerInstruction | undefined): boolean {
  return (
    shell !== undefined && (/pipefail/.test(shell.rawText) || !/(^|[/"'\s])(ba|da|z|k|a)?sh["'\s]/.test(shell.rawText))
  );
}

/** Behind the pipeline and its redirects stands `&&`: its status decides. */
const GOES_ON = /^(?:[ \t]*\d?[<>]{1,2}&?[ \t]*[^\s;&|]+)*(?:\s|\\\r?\n)*&&/;

interface Pipe {
  readonly writer: ShellCommand;
  readonly reader: ShellCommand;
}

/** Pipelines of a RUN in which a command that can fail stands before the last one, and whose status decides. */
function maskedFailures({ keyword, script }: DockerInstruction, source: string): readonly Pipe[] {
  if (keyword !== 'RUN' || !script?.text.includes('|')) return [];
  const { commands, options } = parseShell(script.text, script.offset);
  if (options.pipefail || /pipefail/.test(script.text)) return [];
  return commands.flatMap((reader): Pipe[] => {
    if (reader.pipelineLength < 2 || reader.pipelineIndex !== reader.pipelineLength - 1) return [];
    if (
      reader.inSubstitution ||
      reader.followedByOrTrue ||
      reader.negated ||
      STOPS_EARLY.test(nameOf(reader)) ||
      NOTICES.test(nameOf(reader))
    )
      return [];
    if (reader.inCondition && !GOES_ON.test(source.slice(reader.pipelineRange.end))) return [];
    const writer = commands.find(
      (one) =>
        one.pipelineRange.start === reader.pipelineRange.start &&
        one.pipelineRange.end === reader.pipelineRange.end &&
        one.pipelineIndex < reader.pipelineIndex &&
        nameOf(one) !== '' &&
        !CANNOT_FAIL.test(nameOf(one)),
    );
    return writer ? [{ writer, reader }] : [];
  });
}

function nameOf({ words }: ShellCommand): string {
  const [first, second] = words.map(({ text }) => text.replace(/^.*\//, ''));
  return (first === 'sudo' ? second : first) ?? '';
}

function problem(stage: DockerStage, { writer, reader }: Pipe, source: string, fix: Fix | undefined): Observation {
  const takesAnything = TAKES_ANYTHING.test(nameOf(reader));
  return {
    range: reader.pipelineRange,
    key: `${stage.key}/${nameOf(writer)}|${nameOf(reader)}`,
    ...(takesAnything ? { severity: 'medium' as const } : {}),
    message: {
      what: `Whether ${quote(nameOf(writer))} fails in ${quote(source.slice(reader.pipelineRange.start, reader.pipelineRange.end))} makes no difference.`,
      why: takesAnything
        ? `Without pipefail only ${quote(nameOf(reader))} decides, and it is content with nothing: the build is green, and the image lacks what it should have got.`
        : `Without pipefail only ${quote(nameOf(reader))} decides; what it gets may be cut off.`,
      remedy: 'Run the step in a shell with pipefail, or download to a file first and check it.',
    },
    ...(fix ? { fix } : {}),
  };
}

const HAS_BASH =
  /^(debian|ubuntu|buildpack-deps|python|node|golang|ruby|php|perl|rust|gcc|openjdk|eclipse-temurin|fedora|almalinux|rockylinux|centos|amazonlinux|nvidia\/cuda)$/;

/** A SHELL line in front of the first such step; where the base is known to have that shell. */
function setShell(
  stage: DockerStage,
  stages: readonly DockerStage[],
  before: DockerInstruction,
  source: string,
): Fix | undefined {
  const { repository = '', tag = '' } = stageChain(stage, stages).at(-1)?.from ?? {};
  const name = repository.replace(/^(docker\.io\/)?(library\/)?/, '');
  const isAlpine = name === 'alpine' || /alpine/.test(tag);
  if (!isAlpine && !HAS_BASH.test(name)) return undefined;
  const text = isAlpine ? 'SHELL ["/bin/ash", "-eo", "pipefail", "-c"]' : 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';
  const at = source.lastIndexOf('\n', before.range.start - 1) + 1;
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: 'Let a pipe fail with each of its commands',
    safety: 'review',
    edits: [{ range: { start: at, end: at }, text: `${text}${newLine}` }],
  };
}
