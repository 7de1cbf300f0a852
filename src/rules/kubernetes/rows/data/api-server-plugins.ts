import type { FlagRow } from '../flag-row.ts';
import { kcv } from './kcv.ts';

const ENABLED = [{ flag: 'enable-admission-plugins' }] as const;

/** What the API server looks at before it stores an object. */
export const apiServerPlugins: readonly FlagRow[] = [
  {
    id: 'api-server-always-admit',
    title: 'Plugin that admits everything is switched on',
    severity: 'low',
    strictness: 'pedantic',
    aliases: { trivy: kcv(11), checkov: ['CKV_K8S_79'], kics: ['ce30e584-b33f-4c7d-b418-a3d7027f8f60'] },
    programs: ['kube-apiserver'],
    settings: [{ flag: 'enable-admission-plugins' }, { flag: 'admission-control' }],
    wrong: { holds: /^AlwaysAdmit$/ },
    why: '`AlwaysAdmit` is deprecated and checks nothing: where it stands instead of another plugin, that one is not asked.',
    remedy: 'Take it out of the list.',
  },
  {
    id: 'api-server-default-plugin-off',
    title: 'Plugin that guards the cluster is switched off',
    severity: 'medium',
    strictness: 'regular',
    aliases: {
      trivy: kcv(14, 15),
      checkov: ['CKV_K8S_82', 'CKV_K8S_83'],
      kics: ['9587c890-0524-40c2-9ce2-663af7c2f063', '1ffe7bf7-563b-4b3d-a71d-ba6bd8d49b37'],
    },
    programs: ['kube-apiserver'],
    settings: [{ flag: 'disable-admission-plugins' }],
    wrong: {
      holds:
        /^(NamespaceLifecycle|ServiceAccount|PodSecurity|ValidatingAdmissionPolicy|ValidatingAdmissionWebhook|MutatingAdmissionWebhook|CertificateApproval|CertificateSigning|CertificateSubjectRestriction|ResourceQuota)$/,
    },
    why: 'It is on by default because rules of the cluster rest on it: those of pod security, of quotas, or of accounts no longer hold.',
    remedy: 'Take it out of `--disable-admission-plugins`.',
  },
  {
    id: 'api-server-without-node-restriction',
    title: 'Kubelets may change other nodes and their pods',
    severity: 'medium',
    strictness: 'pedantic',
    aliases: { trivy: kcv(16), checkov: ['CKV_K8S_85'], kics: ['33fc6923-6553-4fe6-9d3a-4efa51eb874b'] },
    programs: ['kube-apiserver'],
    settings: ENABLED,
    wrong: { lacks: 'NodeRestriction' },
    required: true,
    why: 'Who takes over one node can label others, and draw pods with their secrets to the one that they have.',
    remedy: 'Add `NodeRestriction` to `--enable-admission-plugins`.',
  },
  {
    id: 'api-server-without-event-rate-limit',
    title: 'API server takes any number of events',
    severity: 'low',
    strictness: 'pedantic',
    aliases: { trivy: kcv(10), checkov: ['CKV_K8S_78'], kics: ['e0099af2-fe17-411f-9991-0de28fe15f3c'] },
    programs: ['kube-apiserver'],
    settings: ENABLED,
    wrong: { lacks: 'EventRateLimit' },
    required: true,
    why: 'One program that writes events without end fills etcd, and with it the whole cluster stands still.',
    remedy:
      'Add `EventRateLimit` to `--enable-admission-plugins`, with its limits in the file of `--admission-control-config-file`.',
  },
  {
    id: 'api-server-without-always-pull-images',
    title: 'Images on a node can be used without their password',
    severity: 'low',
    strictness: 'pedantic',
    aliases: { trivy: kcv(12), checkov: ['CKV_K8S_80'], kics: ['a77f4d07-c6e0-4a48-8b35-0eeb51576f4f'] },
    programs: ['kube-apiserver'],
    settings: ENABLED,
    wrong: { lacks: 'AlwaysPullImages' },
    required: true,
    why: 'A private image that one pod has pulled can be run by every other pod of its node that knows the name.',
    remedy:
      'Add `AlwaysPullImages` to `--enable-admission-plugins`, or let kubelets ask with `imagePullCredentialsVerificationPolicy`.',
  },
  {
    id: 'api-server-without-image-policy',
    title: 'API server asks nobody whether an image may run',
    severity: 'info',
    strictness: 'pedantic',
    aliases: { kics: ['14abda69-8e91-4acb-9931-76e2bee90284'] },
    programs: ['kube-apiserver'],
    settings: ENABLED,
    wrong: { lacks: 'ImagePolicyWebhook' },
    missing: 'info',
    required: true,
    why: 'Unless a webhook or policy in the cluster looks at them, images from everywhere are run.',
    remedy: 'Add `ImagePolicyWebhook`, or check signatures with a policy in the cluster.',
  },
];
