import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Message, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type SentSecret, sentSecrets } from './exfiltration/sent-secrets.ts';

export const secretExfiltration: Rule<WorkflowDocument | ActionDocument> = {
  id: 'secret-exfiltration',
  kinds: ['workflow', 'action'],
  title: 'A secret is sent where strangers can read it',
  severity: 'critical',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { checkov: ['CKV_GHA_3'], sisakulint: ['secret-exfiltration'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const found of sentSecrets(document)) {
      yield {
        range: found.range,
        key: found.key,
        ...(found.how === 'open' ? { severity: 'high' } : {}),
        message: messageFor(found),
      };
    }
  },
};

function messageFor({ how, host, written }: SentSecret): Message {
  const sends = `${quote(written)} sends`;
  switch (how) {
    case 'everything':
      return {
        what: `${sends} ${/secrets/.test(written) ? 'all secrets' : 'the whole environment'} to ${quote(host)}.`,
        why: 'Every secret that this job is given leaves it, those included that somebody adds later.',
        remedy:
          'Send the single values that are needed, and only to a service that you run or trust. If nobody knows why this is here, revoke the secrets.',
      };
    case 'open':
      return {
        what: `${sends} a secret to ${quote(host)} over ${quote('http://')}.`,
        why: 'Nothing protects it on its way: everybody on the line reads it.',
        remedy: 'Use `https://`, and revoke the secret that was sent before.',
      };
    default:
      return {
        what: `${sends} a secret to ${quote(host)}${how === 'collector' ? ', a service that shows what it is sent to whoever knows the address' : ', an address without a name'}.`,
        why: 'Code that steals secrets looks like this; whoever reads them there can use them until they are revoked.',
        remedy: 'Take the command out and find out who put it there. If it has run, revoke the secret.',
      };
  }
}
