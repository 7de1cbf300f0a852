import type { RequirementsDocument } from '../../documents/requirements.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** Indexes that companies keep for themselves, by the names of the programs and services that serve them. */
const PRIVATE =
  /jfrog|artifactory|nexus|gitlab|pkgs\.dev\.azure\.com|visualstudio\.com|codeartifact|\.pkg\.dev|gemfury|fury\.io|cloudsmith|devpi|proget|packagecloud|\.(internal|corp|local|lan|intra\w*)([:/]|$)/i;

export const dependencyConfusion: Rule<RequirementsDocument> = {
  id: 'dependency-confusion',
  kinds: ['requirements'],
  title: 'A public package can take the place of a private one',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const { requirements, options } = view;
    // With hashes nothing else is installed, whatever it is called.
    if (requirements.length > 0 && requirements.every(({ hashed }) => hashed)) return;
    // The first index has to be a private one as well, which asks the public one in its turn.
    const first = options.find(({ name }) => name === '--index-url');
    if (first && PRIVATE.test(first.value)) return;
    for (const option of options) {
      if (option.name !== '--extra-index-url' || !PRIVATE.test(option.value)) continue;
      const host = /^https?:\/\/(?:[^@/]*@)?([^/:]+)/.exec(option.value)?.[1] ?? 'the private index';
      yield {
        range: option.range,
        key: host,
        message: {
          what: `Packages come from ${quote(host)} and from the public index, whichever has the higher version.`,
          why: 'Whoever publishes a package with the name of a private one and a higher version has their code installed here.',
          remedy:
            'Name the private index with `--index-url` and let it pass public packages on, or pin every package with its hash.',
        },
      };
    }
  },
};
