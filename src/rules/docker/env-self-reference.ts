import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOversized } from './stages/is-oversized.ts';
import { inheritedVariables } from './variables/stage-variables.ts';
import { type VariableUse, variablesIn } from './variables/variables-in.ts';

export const envSelfReference: Rule<DockerfileDocument> = {
  id: 'env-self-reference',
  kinds: ['dockerfile'],
  title: 'ENV uses a variable that the same ENV sets',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { hadolint: ['DL3044'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    if (isOversized(view)) return;
    for (const stage of view.stages) {
      const defined = new Set(inheritedVariables(stage, view));
      for (const instruction of stage.instructions) {
        const { keyword, pairs } = instruction;
        if (keyword === 'ENV')
          for (const { use, own } of unsetUses(instruction, defined)) yield problem(stage, use, own);
        if (keyword === 'ENV' || keyword === 'ARG') for (const { name } of pairs) defined.add(name);
      }
    }
  },
};

interface OwnUse {
  readonly use: VariableUse;
  /** The variable that is made of it. */
  readonly own: string;
}

function unsetUses({ args, pairs }: DockerInstruction, defined: ReadonlySet<string>): readonly OwnUse[] {
  // The old form, `ENV NAME value`, is one pair of several words.
  if (pairs.length !== args.length) return [];
  const names = new Set(pairs.map(({ name }) => name).filter((name) => !defined.has(name)));
  return args.flatMap(({ text, range }, i) => {
    const own = pairs[i]?.name ?? '';
    return variablesIn(text, range.start, 'docker')
      .filter(({ name, operator }) => operator === undefined && name !== own && names.has(name))
      .map((use) => ({ use, own }));
  });
}

function problem(stage: DockerStage, { name, range }: VariableUse, own: string): Observation {
  return {
    range,
    key: `${stage.key}/${own}/${name}`,
    message: {
      what: `${quote(own)} is made of ${quote(name)}, which this same ${quote('ENV')} sets.`,
      why: 'All values of one ENV are worked out before any of them is set: here it is empty, or what the base image says.',
      remedy: `Set ${quote(own)} in an ${quote('ENV')} of its own, below this one.`,
    },
  };
}
