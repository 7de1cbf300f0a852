import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type StageReference, stageReferences } from './stages/stage-references.ts';

export const copyFromStageNumber: Rule<DockerfileDocument> = {
  id: 'copy-from-stage-number',
  kinds: ['dockerfile'],
  title: 'A stage is referred to by its number',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { kics: ['68a51e22-ae5a-4d48-8e87-b01a323605c9'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const reference of stageReferences(stage)) {
        const meant = /^\d+$/.test(reference.name) ? view.stages[Number(reference.name)] : undefined;
        if (meant && meant.index < stage.index) yield problem(stage, reference, meant);
      }
    }
  },
};

function problem(stage: DockerStage, { name, range }: StageReference, meant: DockerStage): Observation {
  return {
    range,
    key: `${stage.key}/${name}`,
    message: {
      what: `Files come from stage ${quote(name)}, by its number.`,
      why: 'A stage that is put in above makes the number mean another one: the files are not there, or they are the wrong ones.',
      remedy: meant.name
        ? `Write ${quote(`from=${meant.name}`)}.`
        : `Give ${quote(`FROM ${meant.from.raw}`)} a name with ${quote('AS')}, and use that.`,
    },
    ...(meant.name
      ? { fix: { title: 'Use its name', safety: 'safe' as const, edits: [{ range, text: meant.name }] } }
      : {}),
  };
}
