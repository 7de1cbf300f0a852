import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import {
  type DockerignoreDocument,
  decidesOn,
  dockerfileOf,
  type IgnorePattern,
  ignoredBy,
} from '../../documents/dockerignore.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { copiesAll } from './context/copies-all.ts';

/** Files that hold secrets, or a history that may; the name is what people call them. */
const SECRETS: readonly (readonly [path: string, name: string])[] = [
  ['.git/config', '.git'],
  ['.env', '.env'],
  ['.env.local', '.env.local'],
  ['.env.production', '.env.production'],
  ['.npmrc', '.npmrc'],
  ['.pypirc', '.pypirc'],
  ['.netrc', '.netrc'],
  ['.aws/credentials', '.aws'],
  ['.ssh/id_rsa', '.ssh'],
  ['.kube/config', '.kube'],
  ['.docker/config.json', '.docker'],
  ['id_rsa', 'id_rsa'],
  ['server.key', '*.key'],
  ['server.pem', '*.pem'],
  ['kubeconfig', 'kubeconfig'],
  ['terraform.tfstate', '*.tfstate'],
  ['terraform.tfvars', '*.tfvars'],
  ['secrets/token', 'secrets'],
  ['credentials.json', 'credentials.json'],
];

/** A line that kept secrets out, and what comes in without it. */
interface Lost {
  readonly by: IgnorePattern;
  readonly names: readonly string[];
  /** The line that lets them in, where one does. */
  readonly through?: IgnorePattern;
}

export const dockerignoreWeakened: Rule<DockerignoreDocument> = {
  id: 'dockerignore-weakened',
  kinds: ['dockerignore'],
  title: 'Secrets are no longer kept out of the image',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  needs: ({ path }) => [{ path: dockerfileOf(path) }],

  *compare(base, head, context) {
    if (!base || !head) return;
    const weight = weightIn(head, context);
    for (const lost of lostBetween(base, head)) yield { ...problem(lost, base, head), ...weight };
  },
};

/** What no instruction takes with everything else does not get into the image, but only to the builder. */
function weightIn({ path }: DockerignoreDocument, context: RuleContext): { readonly severity?: 'low' } {
  const dockerfile = context.document(dockerfileOf(path));
  if (dockerfile?.kind !== 'dockerfile') return {};
  const { stages } = (dockerfile as DockerfileDocument).view;
  return stages.some(({ instructions }) => instructions.some(copiesAll)) ? {} : { severity: 'low' };
}

function lostBetween(base: DockerignoreDocument, head: DockerignoreDocument): readonly Lost[] {
  const lost = new Map<IgnorePattern, Lost>();
  for (const [path, name] of SECRETS) {
    const by = ignoredBy(base.view, path);
    if (!by || ignoredBy(head.view, path)) continue;
    const through = decidesOn(head.view, path);
    lost.set(by, { by, names: [...(lost.get(by)?.names ?? []), name], ...(through ? { through } : {}) });
  }
  return [...lost.values()];
}

function problem({ by, names, through }: Lost, base: DockerignoreDocument, head: DockerignoreDocument): Observation {
  const edit = through ? undefined : restoreLines(base.source, by.range, head.source);
  return {
    ...(through ? { range: through.range } : { range: by.range, side: 'base' as const }),
    key: by.glob,
    message: {
      what: through
        ? `${quote(`!${through.glob}`)} lets in what ${quote(by.glob)} kept out of the build, ${quoteAll(names)} among it.`
        : `${quote(by.glob)} no longer keeps ${quoteAll(names)} out of the build.`,
      why: 'An instruction that copies everything puts them into a layer, and everybody who can pull the image can read them.',
      remedy: through ? `Name only the files that the image needs.` : `Restore ${quote(by.glob)}.`,
    },
    ...(edit ? { fix: { title: 'Restore the line', safety: 'safe', edits: [edit] } } : {}),
  };
}
