import type { DockerfileDocument, DockerfileView, DockerStage, DockerWord } from '../../../documents/dockerfile.ts';
import type { Observation, Range, Rule } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { isOversized } from '../stages/is-oversized.ts';
import { stageReferences } from '../stages/stage-references.ts';

/** A word that is written in other letters than the rest of its kind. */
interface Miswritten {
  readonly word: DockerWord;
  readonly wanted: string;
  readonly key: string;
  /** Other places that have to change with it. */
  readonly also?: readonly Range[];
}

interface CasingRow {
  readonly id: string;
  readonly title: string;
  readonly buildkit: string;
  readonly why: string;
  find(view: DockerfileView, source: string): readonly Miswritten[];
}

/** Capital and small letters: Docker reads both. */
const rows: readonly CasingRow[] = [
  {
    id: 'stage-name-casing',
    title: 'Name of a stage has capital letters',
    buildkit: 'StageNameCasing',
    why: 'Docker makes no difference, but people and scripts do: the stage is called differently here and in the output.',
    find: ({ stages }) => stages.flatMap((stage) => capitalStage(stage, stages)),
  },
  {
    id: 'from-as-casing',
    title: 'AS is written in other letters than FROM',
    buildkit: 'FromAsCasing',
    why: 'One line in two styles is harder to read.',
    find: ({ stages }, source) => stages.flatMap((stage) => otherAs(stage, source)),
  },
  {
    id: 'instruction-casing',
    title: 'Instructions are written in capital and in small letters',
    buildkit: 'ConsistentInstructionCasing',
    why: 'A file in two styles is harder to read, and to search.',
    find: minority,
  },
  {
    id: 'expose-protocol-casing',
    title: 'Protocol of EXPOSE has capital letters',
    buildkit: 'ExposeProtoCasing',
    why: 'Docker writes it in small letters everywhere else.',
    find: ({ stages }) =>
      stages.flatMap(({ key, instructions }) =>
        instructions.flatMap(({ keyword, args }) =>
          keyword === 'EXPOSE' ? args.flatMap((word) => capitalProtocol(word, key)) : [],
        ),
      ),
  },
];

/** A rule for every row. */
export const casingRules: readonly Rule<DockerfileDocument>[] = rows.map((row) => ({
  id: row.id,
  kinds: ['dockerfile'],
  title: row.title,
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { buildkit: [row.buildkit] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, source }) {
    if (isOversized(view)) return;
    for (const one of row.find(view, source)) yield problem(one, row.why);
  },
}));

function problem({ word, wanted, key, also = [] }: Miswritten, why: string): Observation {
  return {
    range: word.range,
    key,
    message: {
      what: `${quote(word.text)} is not written as ${quote(wanted)}.`,
      why,
      remedy: `Write ${quote(wanted)}.`,
    },
    fix: {
      title: `Write ${wanted}`,
      safety: 'safe',
      edits: [word.range, ...also].map((range) => ({ range, text: wanted })),
    },
  };
}

function capitalStage({ name, instructions }: DockerStage, stages: readonly DockerStage[]): readonly Miswritten[] {
  const word = instructions[0]?.args.findLast(({ text }) => text === name);
  const wanted = name?.toLowerCase();
  if (!word || wanted === undefined || wanted === name || /[${}%<>]/.test(wanted)) return [];
  const bases = stages.flatMap(({ from }) => (from.stageRef !== undefined && from.raw === name ? [from.range] : []));
  const copies = stages.flatMap(stageReferences).flatMap((one) => (one.name === name ? [one.range] : []));
  return [{ word, wanted, key: wanted, also: [...bases, ...copies] }];
}

function otherAs({ key, instructions: [from] }: DockerStage, source: string): readonly Miswritten[] {
  const word = from?.args[1];
  if (!from || word?.text.toUpperCase() !== 'AS') return [];
  const keyword = source.slice(from.keywordRange.start, from.keywordRange.end);
  if (keyword !== keyword.toUpperCase() && keyword !== keyword.toLowerCase()) return [];
  const wanted = keyword === keyword.toUpperCase() ? 'AS' : 'as';
  return word.text === wanted ? [] : [{ word, wanted, key }];
}

/** All that are not as most of them are; capital letters where there are as many of both. */
function minority({ instructions }: DockerfileView, source: string): readonly Miswritten[] {
  const words = instructions.map(({ keywordRange: range }) => ({ text: source.slice(range.start, range.end), range }));
  const small = words.filter(({ text }) => text === text.toLowerCase()).length;
  const capital = words.filter(({ text }) => text === text.toUpperCase()).length;
  return words.flatMap((word, i) => {
    const wanted = small > capital ? word.text.toLowerCase() : word.text.toUpperCase();
    return word.text === wanted ? [] : [{ word, wanted, key: `${wanted} ${instructions[i]?.args[0]?.text ?? ''}` }];
  });
}

function capitalProtocol(word: DockerWord, stage: string): readonly Miswritten[] {
  const wanted = word.text.toLowerCase();
  return /^\d[\d-]*\/[A-Za-z]+$/.test(word.text) && word.text !== wanted
    ? [{ word, wanted, key: `${stage}/${wanted}` }]
    : [];
}
