import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { finalChain } from './stages/stage-chain.ts';
import { isPlatformImage } from './users/user-of-image.ts';

export const healthcheckMissing: Rule<DockerfileDocument> = {
  id: 'healthcheck-missing',
  kinds: ['dockerfile'],
  title: 'Image does not say how to see that it works',
  severity: 'low',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {
    hadolint: ['DL3057'],
    trivy: ['DS-0026', 'DS026', 'AVD-DS-0026'],
    checkov: ['CKV_DOCKER_2'],
    kics: ['b03a748a-542d-44f4-bb86-9199ab4fd2d5'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }, { project, side }) {
    const chain = finalChain(view.stages);
    const [stage] = chain;
    if (!stage || chain.some(({ from }) => isPlatformImage(from))) return;
    const check = chain.flatMap(({ instructions }) => instructions).find(({ keyword }) => keyword === 'HEALTHCHECK');
    if (check) {
      yield { proof: 'The image has a health check', range: check.range };
      return;
    }
    // A cluster has probes of its own, and does not look at this one.
    if (isForCluster(project[side].tree)) return;
    yield {
      range: stage.from.range,
      key: 'final',
      message: {
        what: `No ${quote('HEALTHCHECK')} says how to see whether a container works.`,
        why: 'Docker and Compose take a process that hangs for healthy: nothing restarts it, and what depends on it is started too early.',
        remedy: `Add one, such as ${quote('HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1')}, or ${quote('HEALTHCHECK NONE')} for a tool that ends by itself.`,
      },
    };
  },
};

/** A tree may be large, and is the same for all Dockerfiles. */
const known = new WeakMap<ReadonlySet<string>, boolean>();

function isForCluster(tree: ReadonlySet<string> | 'unknown'): boolean {
  if (tree === 'unknown') return false;
  const isIt =
    known.get(tree) ??
    [...tree].some((path) => /(^|\/)(Chart\.yaml|kustomization\.ya?ml|serverless\.ya?ml)$/.test(path));
  known.set(tree, isIt);
  return isIt;
}
