import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const execFormNotJson: Rule<DockerfileDocument> = {
  id: 'exec-form-not-json',
  kinds: ['dockerfile'],
  title: 'A command in brackets is no JSON',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const stage of view.stages) {
      for (const written of stage.instructions) {
        const instruction = written.onbuild ?? written;
        const text = listOf(instruction, source);
        if (text !== undefined) yield problem(stage.key, instruction, text);
      }
    }
  },
};

/** Brackets with quoted words and commas between, as no shell has them: `[ "$a" = b ]` is a command. */
const LIST = /^\[(?:["'“”‘’]|\s+["'“”‘’][^"'“”‘’]*["'“”‘’]\s*,)/;

function listOf({ keyword, form, args, argsRange, heredocs }: DockerInstruction, source: string): string | undefined {
  if (form === 'exec' || heredocs.length > 0) return undefined;
  const isCheck = keyword === 'HEALTHCHECK' && args[0]?.text.toUpperCase() === 'CMD';
  if (!isCheck && !/^(CMD|ENTRYPOINT|RUN)$/.test(keyword)) return undefined;
  const start = isCheck ? (args[1]?.range.start ?? argsRange.end) : argsRange.start;
  const text = source.slice(start, argsRange.end);
  return LIST.test(text) && text.endsWith(']') && !isJson(text) ? text : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/\\\r?\n/g, ' '));
    return true;
  } catch {
    return false;
  }
}

function problem(stage: string, { keyword, argsRange }: DockerInstruction, text: string): Observation {
  const json = toJson(text);
  const range = { start: argsRange.end - text.length, end: argsRange.end };
  return {
    range,
    key: `${stage}/${keyword} ${text.slice(0, 60)}`,
    message: {
      what: `${quote(text)} is not a JSON list of texts.`,
      why: `Docker then takes it for a command of the shell, brackets and all: ${keyword === 'RUN' ? 'the build stops' : 'the container ends at once'} with "not found".`,
      remedy: `Put each word in double quotes, with commas between and none at the end${json ? `: ${quote(json)}` : ''}.`,
    },
    ...(json ? { fix: { title: 'Write it as JSON', safety: 'review' as const, edits: [{ range, text: json }] } } : {}),
  };
}

/** Where only the kind of quotes, or a comma too many, is wrong. */
function toJson(text: string): string | undefined {
  if (text.includes('\\') || text.includes('\n')) return undefined;
  const json = text.replace(/["'“”‘’]/g, '"').replace(/,\s*\]$/, ']');
  return isJson(json) ? json : undefined;
}
