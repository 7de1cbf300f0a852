import { isArgoWorkflow } from '../../documents/kubernetes/argo-pod.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, mapAt, scalarAt, textAt, type YamlMap, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** What whoever submits a workflow, or sends the event that starts it, decides. */
const PARAMETER = /\{\{=?\s*(?:inputs|workflow)\.parameters\.([\w.-]{1,80})\s*\}\}/;
const SHELL = /^(?:\S*\/)?(?:ba|da|k|z)?sh$|^(?:\S*\/)?(?:python[\d.]*|node|perl|ruby)$/;

export const workflowTemplateInjection: Rule<KubernetesDocument> = {
  id: 'workflow-template-injection',
  kinds: ['kubernetes'],
  title: 'A parameter of an Argo workflow becomes part of a script',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { semgrep: ['argo-workflow-parameter-command-injection'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { apiVersion, kind, key, node } of view.objects) {
      if (!isArgoWorkflow(apiVersion, kind)) continue;
      const spec = mapAt(node, ...(kind === 'CronWorkflow' ? ['spec', 'workflowSpec'] : ['spec']));
      for (const template of itemsAt(spec, 'templates')) {
        if (template.type !== 'map') continue;
        for (const script of scriptsOf(template)) {
          const parameter = PARAMETER.exec(script.text)?.[1];
          if (parameter) yield problem(`${key}/${textAt(template, 'name') ?? ''}`, script, parameter);
        }
      }
    }
  },
};

/** The source of a script, and what a shell or an interpreter is given with `-c`. */
function scriptsOf(template: YamlMap): YamlScalar[] {
  const source = scalarAt(template, 'script', 'source');
  const container = mapAt(template, 'container');
  const words = [...itemsAt(container, 'command'), ...itemsAt(container, 'args')].filter(
    (item): item is YamlScalar => item.type === 'scalar',
  );
  const flag = words.findIndex(({ text }) => /^-\w*[ce]$/.test(text));
  const given = SHELL.test(words[0]?.text ?? '') && flag > 0 ? words[flag + 1] : undefined;
  return [source, given].flatMap((one) => one ?? []);
}

function problem(key: string, script: YamlScalar, parameter: string): Problem {
  const at = script.contentRange.start;
  return {
    range:
      script.style === 'literal' || script.style === 'folded' ? { start: script.range.start, end: at } : script.range,
    key: `${key}/${parameter}`,
    message: {
      what: `The parameter ${quote(parameter)} is pasted into the script of ${quote(key)}.`,
      why: 'Argo puts the text in before the shell reads it: whoever sets the parameter, or sends the event that fills it, runs commands with the account of the pod.',
      remedy: `Hand it over in ${quote('env')}, with the parameter as the value, and use the variable in quotes.`,
    },
  };
}
