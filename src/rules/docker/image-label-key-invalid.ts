import type { DockerfileDocument, DockerPair, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { labelsOf } from './labels/labels-of.ts';

export const imageLabelKeyInvalid: Rule<DockerfileDocument> = {
  id: 'image-label-key-invalid',
  kinds: ['dockerfile'],
  title: 'Key of a label is not written as keys are',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { hadolint: ['DL3048'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const pair of labelsOf(stage)) {
        const reason = reasonOf(pair.name);
        if (reason) yield problem(stage, pair, reason);
      }
    }
  },
};

function reasonOf(key: string): string | undefined {
  if (/[${}%<>]/.test(key)) return undefined;
  if (/^(com\.docker|io\.docker|org\.dockerproject)\./.test(key)) return 'the names in front belong to Docker';
  if (/\.\.|--/.test(key)) return 'it has two punctuation marks in a row';
  if (!/^[a-z]/.test(key)) return 'it does not begin with a small letter';
  if (!/[a-z0-9]$/.test(key)) return 'it does not end with a small letter or a digit';
  return /^[a-z0-9.-]+$/.test(key) ? undefined : 'it is made of more than small letters, digits, dots and dashes';
}

function problem(stage: DockerStage, { name, range }: DockerPair, reason: string): Observation {
  return {
    range,
    key: `${stage.key}/${name}`,
    message: {
      what: `${quote(name)} is not a key as Docker advises: ${reason}.`,
      why: 'Tools that select images by their labels expect that form, and may not find this one.',
      remedy: `Write it like ${quote('org.opencontainers.image.title')} or ${quote('com.example.build-host')}.`,
    },
  };
}
