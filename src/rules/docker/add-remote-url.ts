import {
  type DockerfileDocument,
  type DockerInstruction,
  type DockerStage,
  type DockerWord,
  flag,
} from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const addRemoteUrl: Rule<DockerfileDocument> = {
  id: 'add-remote-url',
  kinds: ['dockerfile'],
  title: 'A downloaded file is not checked',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { kics: ['4b410d24-1cbe-4430-a632-62c9a931cf1c'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const add of stage.instructions) {
        if (add.keyword !== 'ADD' || flag(add, 'checksum')) continue;
        const url = add.args.slice(0, -1).find(({ text }) => isFile(text));
        if (url && !isCheckedLater(stage, add, url)) yield problem(stage, url);
      }
    }
  },
};

/** A repository is checked by its commit; a name from a variable may hold anything. */
function isFile(text: string): boolean {
  return /^["']?https?:\/\//.test(text) && !/\.git(#|["']?$)/.test(text);
}

function isCheckedLater(stage: DockerStage, add: DockerInstruction, { text }: DockerWord): boolean {
  const name = text
    .replace(/["']/g, '')
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '');
  return stage.instructions.some(
    ({ keyword, rawText, range }) =>
      keyword === 'RUN' &&
      range.start > add.range.start &&
      /sha\d+sum|shasum|gpgv?\b|cosign|minisign|rpm -K/.test(rawText) &&
      (name === '' || rawText.includes(name) || /sums?\b/i.test(rawText)),
  );
}

function problem(stage: DockerStage, url: DockerWord): Observation {
  return {
    range: url.range,
    key: `${stage.key}/${url.text}`,
    message: {
      what: `${quote('ADD')} fetches ${quote(url.text)} without a checksum.`,
      why: 'Whatever the address serves on the day of the build gets into the image: nobody notices that it is another file.',
      remedy: `Name what you tested: ${quote('ADD --checksum=sha256:...')}.`,
    },
  };
}
