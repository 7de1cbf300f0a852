import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { mapAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type ModelServer, modelServers } from './serving/model-servers.ts';

export const servingWithoutResources: Rule<KubernetesDocument> = {
  id: 'serving-without-resources',
  kinds: ['kubernetes'],
  title: 'Model server has no resources',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const servers = view.objects.flatMap(modelServers);
    const open = servers.filter(({ node }) => !hasResources(node));
    for (const server of open) yield problem(server);
    const [first] = servers;
    if (first && open.length === 0)
      yield { proof: `${servers.length} of ${servers.length} model servers ask for resources`, range: first.range };
  },
};

function hasResources(node: ModelServer['node']): boolean {
  const resources = mapAt(node, 'resources');
  return (mapAt(resources, 'requests')?.entries.length ?? 0) + (mapAt(resources, 'limits')?.entries.length ?? 0) > 0;
}

function problem({ key, label, range }: ModelServer): Observation {
  return {
    range,
    key,
    message: {
      what: `${quote(label)} asks for no CPU, memory or GPU.`,
      why: 'It gets a default that no one chose for this model, or nothing: the node runs out of memory while the weights load, or the server answers too slowly beside its neighbours.',
      remedy: `Set ${quote('resources.requests')} and a memory limit from a load test of this model.`,
    },
  };
}
