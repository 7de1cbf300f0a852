import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const passwordSetInBuild: Rule<DockerfileDocument> = {
  id: 'password-set-in-build',
  kinds: ['dockerfile'],
  title: 'Image sets a password that all who pull it can read',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { checkov: ['CKV2_DOCKER_17'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ source, view }) {
    const hasLogin = /\bsshd\b|openssh-server|\b(dropbear|vsftpd|xrdp|telnetd)\b/.test(source);
    for (const stage of view.stages) {
      for (const instruction of stage.instructions) {
        const runs = runCommands(instruction);
        for (const [i, run] of runs.entries()) {
          const account = accountOf(run, runs[i - 1]);
          if (account !== undefined) yield problem(stage, run, account, hasLogin);
        }
      }
    }
  },
};

/** Whose password is written out here: `echo root:x | chpasswd`, `useradd -p x me`. */
function accountOf({ program, words, command }: RunCommand, before: RunCommand | undefined): string | undefined {
  if (program === 'chpasswd') {
    const isFed = command !== undefined && command.pipelineIndex > 0 && /^(echo|printf)$/.test(before?.program ?? '');
    const pair = isFed
      ? before?.words.slice(1).find(({ text }) => /^["']?\w[\w.-]*:./.test(text))
      : command?.redirects.find(({ operator }) => operator === '<<<')?.target;
    return pair && !isOpen(pair) ? pair.text.replace(/^["']/, '').split(':')[0] : undefined;
  }
  if (program !== 'useradd' && program !== 'usermod') return undefined;
  const at = words.findIndex(({ text }) => /^(-p|--password)(=|$)/.test(text));
  const value = words[at]?.text.includes('=') ? words[at] : words[at + 1];
  // A star or an exclamation mark lets nobody in.
  if (at < 0 || !value || isOpen(value) || /^(--password=)?[*!]/.test(value.text)) return undefined;
  return words.at(-1)?.text;
}

/** Comes from outside, or from a program that makes it. */
function isOpen({ text, hasExpansion }: { readonly text: string; readonly hasExpansion: boolean }): boolean {
  return hasExpansion && /:?["']?\$[\w{(]/.test(text) && !/\$\(?\s*(openssl|mkpasswd|perl)/.test(text);
}

function problem(
  stage: DockerStage,
  { command, instruction }: RunCommand,
  account: string,
  hasLogin: boolean,
): Observation {
  return {
    range: command?.pipelineRange ?? instruction.range,
    key: `${stage.key}/${account}`,
    ...(hasLogin ? { severity: 'high' as const } : {}),
    message: {
      what: `The password of ${quote(account)} is set in the Dockerfile.`,
      why: `Everybody who can read this file or pull the image knows it, and it is the same in every container${hasLogin ? '; the image has a server that lets people log in with it' : ''}.`,
      remedy: `Let nobody log in with a password (${quote(`passwd -l ${account}`)}), use keys, or set it when the container starts, from a secret.`,
    },
  };
}
