import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { type ImageReference, imageReferences } from './images/image-references.ts';
import { type ImagePin, imagePin } from './images/image-tag.ts';
import { matrixValues } from './images/matrix-values.ts';

type Subject = WorkflowDocument | ActionDocument;

export const unpinnedImage: Rule<Subject> = {
  id: 'unpinned-image',
  kinds: ['workflow', 'action'],
  title: 'Image of a job, service or step is not pinned',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {
    zizmor: ['unpinned-images'],
    ghalint: ['deny_job_container_latest_image'],
    poutine: ['unpinnable_action'],
    scorecard: ['Pinned-Dependencies'],
    sisakulint: ['unpinned-images'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const all = imageReferences(document);
    for (const reference of all) {
      const pin = pinOf(document, reference);
      const severity = severityOf(pin, reference.role);
      if (severity) yield problem(reference, pin, severity);
    }
    const [first] = all;
    if (first && all.every((reference) => pinOf(document, reference) === 'digest'))
      yield { proof: `${all.length} of ${all.length} images are pinned by digest`, range: first.node.range };
  },
};

/** Of a matrix, the loosest of its values counts. What the runner's own registry holds, the runner was given. */
function pinOf(document: Subject, { image, key }: ImageReference): ImagePin {
  const [, path] = /^\$\{\{\s*matrix\.([\w.-]+)\s*\}\}$/.exec(image) ?? [];
  if (/^(docker:\/\/)?(localhost|127\.0\.0\.1)(:\d+)?\//.test(image)) return 'unknown';
  if (!path || document.kind === 'action') return imagePin(image);
  const job = document.view.jobs.find(({ id }) => key.startsWith(`${id}/`));
  const pins = (job && matrixValues(job, path.split('.')))?.filter((value) => value !== '').map(imagePin) ?? [];
  return (['none', 'moving', 'version', 'unknown'] as const).find((pin) => pins.includes(pin)) ?? 'unknown';
}

/** A service holds test data and gets no token; a step that is an image is an action like others. */
function severityOf(pin: ImagePin, role: ImageReference['role']): Severity | undefined {
  if (pin === 'digest' || pin === 'unknown') return undefined;
  if (pin === 'none' || pin === 'moving') return role === 'service' ? 'low' : 'medium';
  return role === 'action' ? 'medium' : role === 'container' ? 'low' : 'info';
}

const RUNS: Readonly<Record<ImageReference['role'], string>> = {
  action: 'The image runs as a step, with the token of the job and the secrets it is given',
  container: 'All steps of the job run inside that image, with its token and secrets',
  service: 'The tests run against that image',
};

function problem({ image, node, key, role }: ImageReference, pin: ImagePin, severity: Severity): Observation {
  const follows = pin === 'none' ? 'has no tag, so it is the newest there is' : 'has a tag that can be moved';
  return {
    range: node.range,
    key,
    severity,
    message: {
      what: `${quote(image)} ${follows}.`,
      why: `${RUNS[role]}: another image under the same name changes the result without a change here.`,
      remedy: 'Name the version and its digest: `image:1.2.3@sha256:…`; an update bot keeps both current.',
    },
  };
}
