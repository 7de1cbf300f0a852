import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import type { MlprojectDocument } from '../../documents/mlproject.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type StepImage, stepImages } from './images/step-images.ts';
import type { PythonSource } from './seeds/python-unit.ts';

export const pipelineImageTag: Rule<PythonSource | KubeflowDocument | MlprojectDocument> = {
  id: 'pipeline-image-tag',
  kinds: ['kubeflow', 'mlproject', 'python', 'notebook'],
  title: 'A pipeline step runs whatever image is the latest',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const images = stepImages(document).filter(({ text }) => text !== '' && !/[{}$<>%\s]/.test(text));
    const moving = images.filter(moves);
    for (const { step, key, text, range } of moving) {
      yield {
        range,
        key: `${key}/image`,
        message: {
          what: `${quote(step)} runs in ${quote(text)}, whatever that is when it starts.`,
          why: 'The same pipeline trains with other libraries after the next push of the image, and a run of last month cannot be repeated.',
          remedy: 'Name the version, or the digest, that the run was tested with.',
        },
      };
    }
    const [first] = images;
    if (first && moving.length === 0)
      yield { proof: `${images.length} of ${images.length} images of steps name a version`, range: first.range };
  },
};

function moves({ text, maybeLocal }: StepImage): boolean {
  if (text.includes('@')) return false;
  const tag = /:([^:/]*)$/.exec(text)?.[1];
  return tag === undefined ? !maybeLocal || text.includes('/') : tag === 'latest';
}
