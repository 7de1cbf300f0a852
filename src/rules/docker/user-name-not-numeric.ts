import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isRoot } from './users/final-user.ts';

export const userNameNotNumeric: Rule<DockerfileDocument> = {
  id: 'user-name-not-numeric',
  kinds: ['dockerfile'],
  title: 'User of the image is a name, not a number',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { hadolint: ['DL3066'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const last = view.stages.at(-1);
    const user = last?.user;
    // A user that a stage below sets is told there, where it can be changed.
    if (!user || isRoot(user.text) || /^["']?(\d|\$)/.test(user.text) || /[{}%<>]/.test(user.text)) return;
    yield {
      range: user.range,
      key: 'final',
      message: {
        what: `${quote(`USER ${user.text}`)} is a name.`,
        why: `Kubernetes cannot see that it is not root: with ${quote('runAsNonRoot: true')} it does not start the container.`,
        remedy: `Write the number, such as ${quote('USER 10001')}, and make the account with it.`,
      },
    };
  },
};
