import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import {
  at,
  entryOf,
  itemsAt,
  mapAt,
  textAt,
  type YamlEntry,
  type YamlMap,
} from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** One container, or one model of a serving platform, that asks for resources. */
export interface ModelServer {
  /** Object and place in it. */
  readonly key: string;
  readonly label: string;
  /** The mapping that carries `resources`. */
  readonly node: YamlMap;
  readonly range: Range;
}

/** Images that do nothing but serve models, by the end of their repository. As known in November 2026. */
const SERVER_IMAGE =
  /(^|\/)(tritonserver|torchserve|pytorch\/torchserve[\w-]*|tensorflow\/serving|tensorflow-serving|vllm-openai|vllm|text-generation-inference|text-embeddings-inference|mlserver|sglang|kserve\/\w+server|sklearnserver|xgbserver|lgbserver|huggingfaceserver|tei|llama\.cpp|ollama|ray-llm|lmdeploy|seldonio\/\w*server\w*)([:@]|$)/;
const FRAMEWORKS = [
  'model',
  'sklearn',
  'xgboost',
  'lightgbm',
  'pytorch',
  'tensorflow',
  'triton',
  'onnx',
  'huggingface',
  'pmml',
  'paddle',
  'mlflow',
];

/** The model servers of an object: of KServe, Seldon, or a workload with a known image. */
export function modelServers(object: KubernetesObject): readonly ModelServer[] {
  if (object.kind === 'InferenceService' && object.apiVersion.startsWith('serving.kserve.io')) return kserve(object);
  if (object.kind === 'SeldonDeployment') return seldon(object);
  if (object.kind === 'Model' && object.apiVersion.startsWith('mlops.seldon.io')) return [];
  return (object.pod?.containers ?? [])
    .filter(({ role, image }) => role === 'container' && SERVER_IMAGE.test(image?.text ?? ''))
    .map(({ name, node, image }) => ({
      key: `${object.key}/${name}`,
      label: name,
      node,
      range: image?.range ?? node.range,
    }));
}

function kserve(object: KubernetesObject): readonly ModelServer[] {
  const predictor = mapAt(object.node, 'spec', 'predictor');
  const framework = predictor?.entries.find(({ key }) => FRAMEWORKS.includes(key.text));
  const own = framework?.value.type === 'map' ? [serverOf(object, 'predictor', framework, framework.value)] : [];
  const transformer = listed(object, 'transformer', at(object.node, 'spec', 'transformer'));
  return [...own, ...listed(object, 'predictor', predictor), ...transformer];
}

function listed(object: KubernetesObject, part: string, node: ReturnType<typeof at>): readonly ModelServer[] {
  return itemsAt(node, 'containers').flatMap((item, i) => {
    if (item.type !== 'map') return [];
    const label = textAt(item, 'name') ?? `${part} ${i}`;
    const anchor = entryOf(item, 'name') ?? item.entries[0];
    return [{ key: `${object.key}/${part}/${label}`, label, node: item, range: anchor?.range ?? item.range }];
  });
}

function serverOf(object: KubernetesObject, part: string, { key }: YamlEntry, node: YamlMap): ModelServer {
  return { key: `${object.key}/${part}/${key.text}`, label: `${part}.${key.text}`, node, range: key.range };
}

function seldon(object: KubernetesObject): readonly ModelServer[] {
  return itemsAt(object.node, 'spec', 'predictors').flatMap((predictor, i) => {
    const name = textAt(predictor, 'name') ?? String(i);
    const containers = itemsAt(predictor, 'componentSpecs').flatMap((one) => listed(object, name, at(one, 'spec')));
    const graph = entryOf(predictor, 'graph');
    if (containers.length > 0 || graph?.value.type !== 'map') return containers;
    return [serverOf(object, name, graph, graph.value)];
  });
}
