import type { DockerfileDocument, DockerWord } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const exposePortInvalid: Rule<DockerfileDocument> = {
  id: 'expose-port-invalid',
  kinds: ['dockerfile'],
  title: 'EXPOSE names a port that cannot be',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3011'],
    trivy: ['DS-0008', 'DS008', 'AVD-DS-0008'],
    kics: ['71bf8cf8-f0a1-42fa-b9d2-d10525e0a38e'],
    semgrep: ['invalid-port'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const { keyword, args } of stage.instructions) {
        if (keyword !== 'EXPOSE') continue;
        for (const word of args) {
          const reason = reasonOf(word.text.replace(/^["']|["']$/g, ''));
          if (reason) yield problem(stage.key, word, reason);
        }
      }
    }
  },
};

/** Why no builder takes it; undefined where it is right, or known only when it is built. */
function reasonOf(text: string): string | undefined {
  if (/[$%{}<>@]/.test(text)) return undefined;
  const [ports = '', protocol = 'tcp', ...rest] = text.split('/');
  if (rest.length > 0 || !/^(tcp|udp|sctp)$/i.test(protocol)) return 'there is no such protocol';
  const range = ports.slice(ports.lastIndexOf(':') + 1);
  const [from = '', to = from, ...more] = range.split('-');
  if (more.length > 0 || !/^\d+$/.test(from) || !/^\d+$/.test(to)) return 'it is no number and no range';
  if (Number(from) > 65_535 || Number(to) > 65_535) return 'ports end at 65535';
  return Number(from) > Number(to) ? 'the range ends before it begins' : undefined;
}

function problem(stage: string, { text, range }: DockerWord, reason: string): Observation {
  return {
    range,
    key: `${stage}/${text}`,
    message: {
      what: `${quote(`EXPOSE ${text}`)} is no port: ${reason}.`,
      why: 'The build stops at this line.',
      remedy: `Name the port that the program listens on, such as ${quote('8080')}, ${quote('8080/udp')} or ${quote('8080-8090')}.`,
    },
  };
}
