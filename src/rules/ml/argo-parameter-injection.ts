import { isArgoWorkflow } from '../../documents/kubernetes/argo-pod.ts';
import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, itemsAt, scalarAt, scalarsBelow, textAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

const PARAMETER = /\{\{=?[^{}]*\b(inputs|workflow)\.parameters\b[^{}]*\}\}/;
const SHELL = /(^|\/)(ba|da|k|z)?sh$/;

export const argoParameterInjection: Rule<KubernetesDocument> = {
  id: 'argo-parameter-injection',
  kinds: ['kubernetes'],
  title: 'A parameter of a workflow becomes part of a script',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { semgrep: ['argo-workflow-parameter-command-injection'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      if (!isArgoWorkflow(object.apiVersion, object.kind)) continue;
      for (const { key, script } of scriptsOf(object)) {
        const pasted = PARAMETER.exec(script.text)?.[0];
        if (!pasted) continue;
        yield {
          range: script.range,
          key: `${object.key}/${key}`,
          message: {
            what: `The template ${quote(key)} of ${quote(object.key)} has ${quote(pasted)} in its script.`,
            why: 'Argo pastes the text before the script is read: whoever starts the workflow, or what an event brings, runs commands with the rights of the pod.',
            remedy: 'Set an environment variable to the parameter, and use that in the script, in quotes.',
          },
        };
      }
    }
  },
};

interface Script {
  readonly key: string;
  readonly script: YamlScalar;
}

/** What templates run as text: `script.source`, and what a shell gets behind `-c`. */
function scriptsOf({ kind, node }: KubernetesObject): readonly Script[] {
  const spec = kind === 'CronWorkflow' ? at(node, 'spec', 'workflowSpec') : at(node, 'spec');
  return itemsAt(spec, 'templates').flatMap((template): Script[] => {
    const key = textAt(template, 'name') ?? '';
    const source = scalarAt(template, 'script', 'source');
    if (source) return [{ key, script: source }];
    const words = ['command', 'args'].flatMap((name) => scalarsBelow(at(template, 'container', name)));
    const option = words.findIndex(({ scalar }) => /^-\w*c$/.test(scalar.text));
    const script = words[option + 1]?.scalar;
    return option > 0 && script && SHELL.test(words[0]?.scalar.text ?? '') ? [{ key, script }] : [];
  });
}
