import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isBuiltIn } from './objects/is-built-in.ts';
import { mayBePatch } from './objects/may-be-patch.ts';
import { objectRefusals } from './refused/object-refusals.ts';
import { policyRefusals } from './refused/policy-refusals.ts';
import type { Refusal, RefusalRow } from './refused/refusal.ts';
import { serviceRefusals } from './refused/service-refusals.ts';
import { workloadRefusals } from './refused/workload-refusals.ts';

const ROWS: readonly RefusalRow[] = [...objectRefusals, ...workloadRefusals, ...serviceRefusals, ...policyRefusals];

export const objectRefused: Rule<KubernetesDocument> = {
  id: 'object-refused',
  kinds: ['kubernetes'],
  title: 'Object that the cluster refuses',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['schema-validation'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view, path }, context) {
    for (const object of view.objects.filter(({ apiVersion }) => isBuiltIn(apiVersion))) {
      const name = kindOf(object);
      for (const row of ROWS) {
        if (row.kinds && !row.kinds.includes(name)) continue;
        const found = row.find(object);
        if (found.length === 0 || (row.isAbsence && (isPatch(object) || mayBePatch(path, context)))) continue;
        for (const refusal of found) yield problem(object, refusal);
      }
    }
  },
};

function kindOf({ apiVersion, kind }: KubernetesObject): string {
  return apiVersion.includes('/') ? `${apiVersion.split('/')[0]}/${kind}` : kind;
}

function isPatch({ pod }: KubernetesObject): boolean {
  return pod?.containers.some(({ image }) => !image) ?? false;
}

function problem(object: KubernetesObject, { range, place, what, why, remedy }: Refusal): Problem {
  return {
    range,
    key: `${object.key}/${place}`,
    message: {
      what: `${quote(object.key)} ${what}.`,
      why: why ?? 'The API refuses the object, and the deployment stops here.',
      remedy,
    },
  };
}
