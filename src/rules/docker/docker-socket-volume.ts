import type { DockerfileDocument, DockerStage, DockerWord } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const dockerSocketVolume: Rule<DockerfileDocument> = {
  id: 'docker-socket-volume',
  kinds: ['dockerfile'],
  title: "Image asks for the host's Docker socket",
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { semgrep: ['dockerfile-dockerd-socket-mount'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const { keyword, args } of stage.instructions) {
        const socket = args.find(({ text }) => /\/(docker|containerd|podman|crio)\.sock["']?$/.test(text));
        if (keyword === 'VOLUME' && socket) yield problem(stage, socket);
      }
    }
  },
};

function problem(stage: DockerStage, { text, range }: DockerWord): Observation {
  return {
    range,
    key: `${stage.key}/${text}`,
    message: {
      what: `${quote(`VOLUME ${text}`)} declares the socket of the container engine as a volume.`,
      why: 'Docker puts an empty folder there, which is no socket; and whoever mounts the real one gives the container the rights of root on the host.',
      remedy:
        'Remove it. If the program must talk to an engine, let it talk to a proxy that allows only the calls it needs.',
    },
  };
}
