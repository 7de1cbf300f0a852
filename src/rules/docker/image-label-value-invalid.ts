import type { DockerfileDocument, DockerPair, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { labelsOf } from './labels/labels-of.ts';

export const imageLabelValueInvalid: Rule<DockerfileDocument> = {
  id: 'image-label-value-invalid',
  kinds: ['dockerfile'],
  title: 'Value of a label is not what its key promises',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { hadolint: ['DL3051', 'DL3052', 'DL3053', 'DL3054', 'DL3055'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const pair of labelsOf(stage)) {
        const form = formOf(pair);
        if (form) yield problem(stage, pair, form);
      }
    }
  },
};

interface Form {
  readonly keys: RegExp;
  readonly value: RegExp;
  readonly expected: string;
}

/** As the image specification of the OCI says, and the older label schema for the same keys. */
const FORMS: readonly Form[] = [
  {
    keys: /^org\.(opencontainers\.image|label-schema)\.(url|source|documentation|vcs-url)$/,
    value: /^([a-z][a-z0-9+.-]*:\/\/\S+|git@\S+)$/i,
    expected: 'an address, such as `https://example.com/app`',
  },
  {
    keys: /^org\.(opencontainers\.image\.created|label-schema\.build-date)$/,
    value: /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/,
    expected: 'a time as of RFC 3339, such as `2026-11-20T12:00:00Z`',
  },
  {
    keys: /^org\.opencontainers\.image\.licenses$/,
    // An expression of SPDX: ids and operators. Which ids there are changes with every release of the list.
    value: /^\(*[A-Za-z0-9][\w.+:-]*\)*( +(AND|OR|WITH) +\(*[A-Za-z0-9][\w.+:-]*\)*)*$/,
    expected: 'an expression of SPDX, such as `MIT` or `Apache-2.0 OR MIT`',
  },
  {
    keys: /^org\.label-schema\.vcs-ref$/,
    value: /^([0-9a-f]{7}|[0-9a-f]{40}|[0-9a-f]{64})$/,
    expected: 'the hash of a commit',
  },
];

/** What is expected instead; undefined where the value fits, or is known only when it is built. */
function formOf({ name, value = '' }: DockerPair): string | undefined {
  if (/[${}%<>]/.test(value)) return undefined;
  const form = FORMS.find(({ keys }) => keys.test(name));
  if (value.trim() === '') return form?.expected ?? 'a text';
  return form && !form.value.test(value) ? form.expected : undefined;
}

function problem(stage: DockerStage, { name, value = '', range }: DockerPair, expected: string): Observation {
  return {
    range,
    key: `${stage.key}/${name}`,
    message: {
      what:
        value.trim() === '' ? `The label ${quote(name)} is empty.` : `${quote(value)} is no value for ${quote(name)}.`,
      why: 'Registries and scanners read these labels to show where an image comes from; they leave out what they cannot read.',
      remedy: `Write ${expected}${value.trim() === '' ? ', or leave the label out' : ''}.`,
    },
  };
}
