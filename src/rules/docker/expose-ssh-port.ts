import type { DockerfileDocument, DockerStage, DockerWord } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** SSH is what they offer. */
const OFFERS_SSH =
  /\b(gitea|forgejo|gitlab|gogs|gitolite|soft-serve|sftp\w*|bastion|jump-?(host|box)|endlessh|cowrie|rsync)\b/i;

export const exposeSshPort: Rule<DockerfileDocument> = {
  id: 'expose-ssh-port',
  kinds: ['dockerfile'],
  title: 'Container is made to be logged in to',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    trivy: ['DS-0004', 'DS004', 'AVD-DS-0004'],
    checkov: ['CKV_DOCKER_1'],
    kics: ['5907595b-5b6d-4142-b173-dbb0e73fbff8'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, source, view }) {
    if (OFFERS_SSH.test(path) || OFFERS_SSH.test(source)) return;
    for (const stage of view.stages) {
      for (const { keyword, args } of stage.instructions) {
        if (keyword !== 'EXPOSE') continue;
        for (const word of args) if (/^["']?(\d+:)?22(\/tcp)?["']?$/i.test(word.text)) yield problem(stage, word);
      }
    }
  },
};

function problem(stage: DockerStage, { text, range }: DockerWord): Observation {
  return {
    range,
    key: `${stage.key}/${text}`,
    message: {
      what: `${quote(`EXPOSE ${text}`)} offers SSH.`,
      why: 'A second way in, with keys or passwords of its own, that no one looks after: what people change there is gone with the container, and nobody sees who it was.',
      remedy: `Remove the server and the port; ${quote('docker exec')} or ${quote('kubectl exec')} opens a shell, and the engine logs it.`,
    },
  };
}
