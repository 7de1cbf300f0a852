import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { scalarAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { rivals } from './services/rivals.ts';

interface Named {
  readonly service: ComposeService;
  readonly name: YamlScalar;
}

export const composeDuplicateContainerName: Rule<ComposeDocument> = {
  id: 'compose-duplicate-container-name',
  kinds: ['compose'],
  title: 'Two services have the same container name',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { dclint: ['no-duplicate-container-names'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    const named = view.services.flatMap((service): Named[] => {
      const name = scalarAt(service.node, 'container_name');
      return name && name.text !== '' && !name.text.includes('$') ? [{ service, name }] : [];
    });
    const found = rivals(named, ({ name }) => name.text);
    for (const { earlier, later } of found) yield problem(path, earlier, later);
    const [first] = named;
    if (first && found.length === 0)
      yield { proof: `${named.length} container names are different ones`, range: first.name.range };
  },
};

function problem(path: string, earlier: Named, { service, name }: Named): Observation {
  return {
    range: name.range,
    key: service.name,
    message: {
      what: `The services ${quote(earlier.service.name)} and ${quote(service.name)} both call their container ${quote(name.text)}.`,
      why: 'A name can be had once on a host: Compose refuses the file, or the second container, and the service is not there.',
      remedy: 'Give it another name, or leave the names to Compose.',
    },
    related: [
      { path, side: 'head', range: earlier.name.range, message: `${quote(earlier.service.name)} has the name here.` },
    ],
  };
}
