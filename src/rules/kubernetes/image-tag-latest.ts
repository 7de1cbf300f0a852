import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { KustomizationDocument } from '../../documents/kustomization.ts';
import { itemsAt, textAt } from '../../documents/yaml/yaml-node.ts';
import { ancestorsOf, directoryOf } from '../../subjects/directory-of.ts';
import type { Document, Need, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';

export const imageTagLatest: Rule<KubernetesDocument> = {
  id: 'image-tag-latest',
  kinds: ['kubernetes'],
  title: 'Which image runs is decided when the pod starts',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {
    'kube-linter': ['latest-tag'],
    'kube-score': ['container-image-tag'],
    polaris: ['tagNotSpecified'],
    trivy: ['KSV-0013', 'KSV013', 'AVD-KSV-0013'],
    checkov: ['CKV_K8S_14'],
    kics: ['583053b7-e632-46f0-b989-f81ff8045385'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (eachContainer(document.view.objects).some((placed) => movingImage(placed)))
      yield* kustomizationsNear(document.path);
  },

  *check({ path, view }, context) {
    const containers = eachContainer(view.objects).filter(({ container }) => container.image);
    const moving = containers.filter((placed) => movingImage(placed) !== undefined);
    const open = moving.filter((placed) => !isSetElsewhere(placed, path, context));
    for (const placed of open) yield problem(placed);
    const first = containers[0]?.container.image;
    if (first && moving.length === 0)
      yield { proof: `${containers.length} of ${containers.length} images name a version`, range: first.range };
  },
};

/** Overlays lie beside the base: what sets the tag is looked for below the folder above. */
function* kustomizationsNear(path: string): Generator<Need> {
  const [own = '', above = own] = ancestorsOf(directoryOf(path));
  const root = above === '' ? own : above;
  for (const name of ['kustomization.yaml', 'kustomization.yml'])
    yield { glob: root === '' ? name : `${root}/**/${name}` };
}

/** Something else puts the image in before the manifest is applied; operators made by kubebuilder call theirs `controller`. */
const TEMPLATE = /[${}<>%]|^ko:\/\/|@sha256:|placeholder|replace|_image\b|^image|^controller(:latest)?$/i;

/** The repository of an image that is pulled by a tag which moves; undefined for templates and images that are never pulled. */
function movingImage({ container }: PlacedContainer): string | undefined {
  const text = container.image?.text.trim() ?? '';
  if (text === '' || TEMPLATE.test(text) || /^[A-Z_]+$/.test(text)) return undefined;
  if (textAt(container.node, 'imagePullPolicy') === 'Never') return undefined;
  const [, repository, tag] = /^(.*?)(?::([^:/]*))?$/.exec(text) ?? [];
  return tag === undefined || tag === 'latest' ? repository : undefined;
}

/** A kustomization that was read replaces it, or a tool that does so is set up. */
function isSetElsewhere(placed: PlacedContainer, path: string, context: RuleContext): boolean {
  const repository = movingImage(placed) ?? '';
  const isSet = [...context.project[context.side].documents.values()]
    .filter(isKustomization)
    .some(({ view }) => itemsAt(view.root, 'images').some((image) => textAt(image, 'name') === repository));
  return (
    isSet ||
    ancestorsOf(directoryOf(path)).some(
      (folder) => context.exists(folder === '' ? 'skaffold.yaml' : `${folder}/skaffold.yaml`) === true,
    )
  );
}

function isKustomization(document: Document): document is KustomizationDocument {
  return document.kind === 'kustomization' && document.view !== undefined;
}

function problem({ object, container, key }: PlacedContainer): Observation {
  const image = container.image;
  return {
    range: (image ?? container.node).range,
    key: `${key}/image`,
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} runs ${quote(image?.text ?? '')}, whatever that is at the moment.`,
      why: 'Pods of one workload start with different programs, a restart becomes a release nobody made, and a rollback changes nothing.',
      remedy: 'Name the version, or the digest, that the pipeline has built and tested.',
    },
  };
}
