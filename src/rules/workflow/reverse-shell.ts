import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { scriptLines } from './gates/script-lines.ts';

/** A shell whose input and output are a connection to another machine. */
const SHELLS: readonly RegExp[] = [
  /\b(ba|z|k)?sh\s+-i\b[^;]{0,200}\/dev\/(tcp|udp)\//,
  /\b0<&\d+;?\s*exec\b[^;]{0,80}\/dev\/tcp\/|\bexec\s+\d+<>\s*\/dev\/tcp\/[^;]{1,200};[^;]{0,80}\|\s*while\s+read/,
  /\b(nc|ncat|netcat)\s[^;|&]{0,200}\s-\w*[ec]\s*["']?(\/\w+)*\/?((ba|z|da)?sh|cmd(\.exe)?|powershell(\.exe)?)\b/,
  /\bmkfifo\b[\s\S]{0,200}\|\s*(\/bin\/)?(ba)?sh\s+-i\b[^;]{0,100}\|\s*(nc|ncat|netcat)\b/,
  /\bsocat\b[^;|]{0,200}\bexec:["']?(\/\w+)*\/?(ba)?sh\b/i,
];
const WORTH_A_LOOK = /\/dev\/(tcp|udp)\/|\b(nc|ncat|netcat|socat)\b/;

export const reverseShell: Rule<WorkflowDocument | ActionDocument> = {
  id: 'reverse-shell',
  kinds: ['workflow', 'action'],
  title: 'A script hands a shell to another machine',
  severity: 'critical',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { checkov: ['CKV_GHA_4'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!WORTH_A_LOOK.test(document.source)) return;
    for (const { step, key } of stepsOf(document)) {
      if (!step.run || !WORTH_A_LOOK.test(step.run.text)) continue;
      for (const { text, range } of scriptLines(document.source, step.run)) {
        if (!SHELLS.some((pattern) => pattern.test(text))) continue;
        yield {
          range,
          key: `${key}/${text.slice(0, 60)}`,
          message: {
            what: `${quote(text)} connects a shell of this job to another machine.`,
            why: 'Whoever listens there types commands on the runner, with the token and the secrets of the job.',
            remedy: 'Take it out and find out who put it there; if it has run, revoke what the job is given.',
          },
        };
      }
    }
  },
};
