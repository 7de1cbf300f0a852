import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { entryOf, scalarAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const composeImageTag: Rule<ComposeDocument> = {
  id: 'compose-image-tag',
  kinds: ['compose'],
  title: 'Service runs whatever image is the latest',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: { dclint: ['service-image-require-explicit-tag'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const pulled = view.services.flatMap((service) => {
      const image = pulledImage(service);
      return image ? [{ service, image }] : [];
    });
    const moving = pulled.filter(({ image }) => moves(image.text));
    // What an alias takes over stands in one place.
    const places = new Map(moving.map((one) => [one.image.range.start, one] as const).reverse());
    for (const { service, image } of [...places.values()].reverse()) yield problem(service, image);
    const [first] = pulled;
    if (first && moving.length === 0)
      yield { proof: `${pulled.length} of ${pulled.length} images name a version`, range: first.image.range };
  },
};

/** With `build` the name is that of the result; a variable is decided where it is set. */
function pulledImage({ node }: ComposeService): YamlScalar | undefined {
  const image = scalarAt(node, 'image');
  if (!image || entryOf(node, 'build') || image.text === '' || /[${<]/.test(image.text)) return undefined;
  return scalarAt(node, 'pull_policy')?.text === 'never' || scalarAt(node, 'pull_policy')?.text === 'build'
    ? undefined
    : image;
}

function moves(image: string): boolean {
  if (image.includes('@')) return false;
  const tag = /:([^:/]*)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}

function problem({ name }: ComposeService, image: YamlScalar): Observation {
  return {
    range: image.range,
    key: `${name}/image`,
    message: {
      what: `The service ${quote(name)} runs ${quote(image.text)}, whatever that is when it is pulled.`,
      why: 'Two machines run different programs from the same file, and the next pull brings a new major version that nobody asked for, on data of the old one.',
      remedy: 'Name the version you use.',
    },
  };
}
