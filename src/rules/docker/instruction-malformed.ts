import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const instructionMalformed: Rule<DockerfileDocument> = {
  id: 'instruction-malformed',
  kinds: ['dockerfile'],
  title: 'An instruction does not have the parts it needs',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const written of stage.instructions) {
        const instruction = written.onbuild ?? written;
        // Without anything behind the keyword the file could not be read at all, and that is said.
        const form = instruction.args.length > 0 ? FORMS[instruction.keyword] : undefined;
        if (form?.isBroken(instruction) && !isTemplate(instruction)) yield problem(stage, instruction, form.remedy);
      }
    }
  },
};

interface Form {
  isBroken(instruction: DockerInstruction): boolean;
  readonly remedy: string;
}

/** Of instructions with at least one argument. */
const FORMS: Readonly<Record<string, Form>> = {
  FROM: {
    isBroken: ({ args }) => args.length !== 1 && !(args.length === 3 && args[1]?.text.toUpperCase() === 'AS'),
    remedy: 'Write `FROM image` or `FROM image AS name`; a comment needs a line of its own.',
  },
  ENV: { isBroken: lacksValue, remedy: 'Write `NAME=value` for each, with quotes around values that hold spaces.' },
  LABEL: { isBroken: lacksValue, remedy: 'Write `name=value` for each, with quotes around values that hold spaces.' },
  COPY: { isBroken: lacksTarget, remedy: 'Name what to copy and, at the end, where to.' },
  ADD: { isBroken: lacksTarget, remedy: 'Name what to add and, at the end, where to.' },
  SHELL: { isBroken: ({ form }) => form !== 'exec', remedy: 'Write it as JSON: `SHELL ["/bin/bash", "-c"]`.' },
  HEALTHCHECK: {
    isBroken: ({ args }) => !/^(CMD|NONE)$/i.test(args[0]?.text ?? ''),
    remedy: 'Write `HEALTHCHECK CMD command`, or `HEALTHCHECK NONE`.',
  },
};

/** `A=1 B`, or a name alone. */
function lacksValue({ args: [first, ...rest] }: DockerInstruction): boolean {
  if (!first?.text.includes('=')) return rest.length === 0;
  return rest.some(({ text }) => !text.includes('='));
}

function lacksTarget({ args, heredocs }: DockerInstruction): boolean {
  return args.length < 2 && heredocs.length === 0;
}

/** Filled in before it is a Dockerfile. */
function isTemplate({ rawText }: DockerInstruction): boolean {
  return /\{\{|\{%|<%|%%/.test(rawText);
}

function problem(stage: DockerStage, { keyword, range, rawText }: DockerInstruction, remedy: string): Observation {
  return {
    range,
    key: `${stage.key}/${keyword} ${rawText.slice(0, 60)}`,
    message: {
      what: `${quote(rawText)} is not a whole ${quote(keyword)}, or more than one.`,
      why: 'No builder can read it: the build stops before it begins.',
      remedy,
    },
  };
}
