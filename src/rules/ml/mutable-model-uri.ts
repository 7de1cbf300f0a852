import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { scalarsBelow, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { uriVersion } from './serving/model-uri.ts';

const PLATFORM = /^(serving\.kserve\.io|machinelearning\.seldon\.io|mlops\.seldon\.io)\//;
const ADDRESS = /^(storageUri|modelUri|storage_uri|model_uri|artifactUri)$/;

export const mutableModelUri: Rule<KubernetesDocument> = {
  id: 'mutable-model-uri',
  kinds: ['kubernetes'],
  title: 'The served model can change without a change here',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const models = view.objects.filter(({ apiVersion }) => PLATFORM.test(apiVersion)).flatMap(addresses);
    const judged = models.map((one) => ({ ...one, version: uriVersion(one.scalar.text) }));
    const open = judged.filter(({ version }) => version === 'moving' || version === 'none');
    for (const { key, scalar, version } of open) yield problem(key, scalar, version === 'moving');
    const [first] = judged;
    if (first && judged.every(({ version }) => version === 'fixed'))
      yield { proof: `${judged.length} of ${judged.length} model addresses name a version`, range: first.scalar.range };
  },
};

interface Address {
  readonly key: string;
  readonly scalar: YamlScalar;
}

function addresses(object: KubernetesObject): readonly Address[] {
  return [...scalarsBelow(object.node)]
    .filter(({ path, scalar }) => ADDRESS.test(String(path.at(-1))) && scalar.value !== null)
    .map(({ path, scalar }) => ({ key: `${object.key}/${path.join('.')}`, scalar }));
}

function problem(key: string, scalar: YamlScalar, moving: boolean): Observation {
  return {
    range: scalar.range,
    key,
    severity: moving ? 'high' : 'medium',
    message: {
      what: moving
        ? `${quote(scalar.text)} is where the newest model is put.`
        : `${quote(scalar.text)} names no version, run or digest.`,
      why: 'Whoever overwrites the files there deploys: pods that restart load another model than their neighbours, and a rollback of this manifest brings nothing back.',
      remedy:
        'Write each model to an address of its own, by version, run or digest, and change this line to deploy it.',
    },
  };
}
