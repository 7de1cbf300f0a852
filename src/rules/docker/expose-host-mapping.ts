import type { DockerfileDocument, DockerWord } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const exposeHostMapping: Rule<DockerfileDocument> = {
  id: 'expose-host-mapping',
  kinds: ['dockerfile'],
  title: 'EXPOSE maps a port, which it cannot',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { buildkit: ['ExposeInvalidFormat'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const { keyword, args } of stage.instructions) {
        if (keyword !== 'EXPOSE') continue;
        for (const word of args) if (/^[\w.[\]:-]+:\d+(-\d+)?(\/\w+)?$/.test(word.text)) yield problem(stage.key, word);
      }
    }
  },
};

function problem(stage: string, { text, range }: DockerWord): Observation {
  const port = text.slice(text.lastIndexOf(':') + 1);
  return {
    range,
    key: `${stage}/${text}`,
    message: {
      what: `${quote(`EXPOSE ${text}`)} names a port or an address of the host.`,
      why: `The image cannot decide that: Docker takes it for ${quote(`EXPOSE ${port}`)}, and will refuse it one day. Who starts the container says which port of the host leads to it.`,
      remedy: `Write ${quote(`EXPOSE ${port}`)}, and map it with ${quote('docker run -p')} or in the Compose file.`,
    },
    fix: { title: 'Name the port of the container', safety: 'safe', edits: [{ range, text: port }] },
  };
}
