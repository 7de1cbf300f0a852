import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, itemsAt, scalarAt, textAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { isSecretName } from '../is-secret-name.ts';
import { judgeSecretValue, type SecretValue } from '../judge-secret-value.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';

export const secretInEnvLiteral: Rule<KubernetesDocument> = {
  id: 'secret-in-env-literal',
  kinds: ['kubernetes'],
  title: 'A secret stands in the manifest',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['env-var-secret'],
    polaris: ['sensitiveContainerEnvVar'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const variables = eachContainer(view.objects).flatMap((placed) =>
      itemsAt(placed.container.node, 'env').map((variable) => ({ placed, variable })),
    );
    let found = 0;
    for (const { placed, variable } of variables) {
      const judged = judge(variable);
      if (judged === 'none') continue;
      found += 1;
      yield problem(placed, variable, judged);
    }
    const stored = variables.find(({ variable }) => at(variable, 'valueFrom', 'secretKeyRef'))?.variable;
    if (stored && found === 0) yield { proof: 'Secrets of containers come from Secret objects', range: stored.range };
  },
};

function judge(variable: YamlNode): SecretValue {
  const value = textAt(variable, 'value');
  if (value === undefined) return 'none';
  if (/-{3,5}BEGIN [A-Z ]*PRIVATE KEY-{3,5}/.test(value)) return 'strong';
  return isSecretName(textAt(variable, 'name') ?? '') ? judgeSecretValue(value) : 'none';
}

/** The range is the variable's name, so that the value gets into no report. */
function problem(
  { object, container, key }: PlacedContainer,
  variable: YamlNode,
  judged: 'weak' | 'strong',
): Observation {
  const name = textAt(variable, 'name') ?? '';
  return {
    range: (scalarAt(variable, 'name') ?? variable).range,
    key: `${key}/env/${name}`,
    ...(judged === 'weak' ? { severity: 'medium' as const } : {}),
    message: {
      what: `The variable ${quote(name)} of the container ${quote(container.name)} in ${quote(object.key)} has its value written out.`,
      why: 'Everybody who can read the repository, or the workload in the cluster, has it, and deleting the line does not take it out of the history.',
      remedy: `Replace it where it is in use, put the new one into a Secret, and name that with ${quote('secretKeyRef')}.`,
    },
  };
}
