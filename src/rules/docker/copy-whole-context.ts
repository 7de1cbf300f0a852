import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import { ignoreFilesOf } from '../../documents/dockerignore.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { copiesAll } from './context/copies-all.ts';
import { ignoreFileNeeds } from './context/ignore-file.ts';
import { finalChain } from './stages/stage-chain.ts';

export const copyWholeContext: Rule<DockerfileDocument> = {
  id: 'copy-whole-context',
  kinds: ['dockerfile'],
  title: 'The whole repository goes into the image',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: ({ path }) => ignoreFileNeeds(path),

  *check({ path, view }, context) {
    const copies = finalChain(view.stages).flatMap(({ instructions }) => instructions.filter(copiesAll));
    const [first] = copies;
    // Below the root it is not known which folder is sent to the builder.
    if (!first || path.includes('/')) return;
    const known = ignoreFilesOf(path).map((file) => context.exists(file));
    if (known.includes('unknown')) {
      yield { unverified: 'whether a .dockerignore keeps files out of the image is not known', range: first.range };
    } else if (known.includes(true)) {
      yield { proof: 'A .dockerignore says what stays out of the image', range: first.range };
    } else for (const copy of copies) yield problem(copy);
  },
};

function problem({ keyword, args, range }: DockerInstruction): Observation {
  const text = `${keyword} ${args.map((arg) => arg.text).join(' ')}`;
  return {
    range,
    key: 'final/context',
    message: {
      what: `${quote(text)} copies everything beside the Dockerfile, and no ${quote('.dockerignore')} keeps anything out.`,
      why: `The history in ${quote('.git')}, with the token that a checkout leaves there, local ${quote('.env')} files and credentials of the machine that builds end up in an image that others pull.`,
      remedy: `Add a ${quote('.dockerignore')} that names at least ${quote('.git')} and ${quote('.env*')}, or copy only the folders that the program needs.`,
    },
  };
}
