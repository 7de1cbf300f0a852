import type { DockerfileDocument, DockerfileView, DockerStage, DockerWord } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { imageNameProblem } from './images/image-name-problem.ts';
import { closestName } from './names/closest-name.ts';
import { isOversized } from './stages/is-oversized.ts';
import { PLATFORM_VARIABLES, PREDEFINED_VARIABLES } from './variables/automatic-variables.ts';
import { type VariableUse, variablesIn } from './variables/variables-in.ts';

export const argUndeclaredInFrom: Rule<DockerfileDocument> = {
  id: 'arg-undeclared-in-from',
  kinds: ['dockerfile'],
  title: 'FROM uses a variable that no ARG declares',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { buildkit: ['UndefinedArgInFrom'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    if (isOversized(view)) return;
    const declared = new Set(view.args.map(({ name }) => name));
    for (const stage of view.stages) {
      for (const word of wordsOf(stage)) {
        if (word.text.length > MOST_LETTERS) continue;
        for (const use of variablesIn(word.text, word.range.start, 'docker')) {
          if (declared.has(use.name) || PLATFORM_VARIABLES.has(use.name) || PREDEFINED_VARIABLES.has(use.name))
            continue;
          if (use.operator === undefined) yield problem(stage, use, word, view);
        }
      }
    }
  },
};

/** No reference of an image is longer. */
const MOST_LETTERS = 512;

/** The image, and the value of `--platform`. */
function wordsOf({ from, instructions: [first] }: DockerStage): readonly DockerWord[] {
  const flags = (first?.flags ?? []).map(({ value = '', range }) => ({
    text: value,
    range: { start: range.end - value.length, end: range.end },
  }));
  return [...flags, { text: from.raw, range: from.range }];
}

function problem(
  stage: DockerStage,
  { name, range }: VariableUse,
  word: DockerWord,
  view: DockerfileView,
): Observation {
  const without = word.text.replace(new RegExp(`\\$(\\{${name}\\}|${name}(?!\\w))`, 'g'), '');
  // What other variables hold is not looked at here: any word will do.
  const rest = without.replace(/\$(\{[^}]*\}|\w+)/g, 'x');
  const breaks = word.range.start !== stage.from.range.start || imageNameProblem(rest) !== undefined;
  const close = closestName(
    name,
    view.args.map((arg) => arg.name),
  );
  const isInStage = view.instructions.some(
    ({ keyword, pairs }) => keyword === 'ARG' && pairs.some((pair) => pair.name === name),
  );
  return {
    range,
    key: `${stage.key}/${name}`,
    ...(breaks ? {} : { severity: 'medium' as const }),
    message: {
      what: `No ${quote('ARG')} before the first ${quote('FROM')} declares ${quote(name)}.`,
      why: `${isInStage ? `An ${quote('ARG')} inside a stage does not count here. ` : ''}${
        breaks
          ? `${quote(word.text)} is read with nothing in its place, which is no valid value: the build stops.`
          : 'Nothing is put in its place, also if the build is given a value.'
      }`,
      remedy: close
        ? `Write ${quote(`\${${close}}`)}.`
        : `Put ${quote(`ARG ${name}=value`)} before the first ${quote('FROM')}.`,
    },
    ...(close
      ? { fix: { title: `Use ${close}`, safety: 'review' as const, edits: [{ range, text: `\${${close}}` }] } }
      : {}),
  };
}
