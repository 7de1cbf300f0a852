/**
 * API versions that Kubernetes no longer serves.
 * Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/ (November 2026).
 */
export interface RemovedVersion {
  /** The last part of a minor version: 22 for 1.22. */
  readonly since: number;
  /** Absent where nothing takes its place. */
  readonly replacement?: string;
  /** The new version reads the same fields: changing the version is enough. */
  readonly isCompatible: boolean;
  /** What else has to change, or what takes its place. */
  readonly note?: string;
}

const SELECTOR = 'It needs a selector that matches the labels of its pods.';

/** By API version, then by kind; `*` stands for every kind of that version. */
export const REMOVED_VERSIONS: Readonly<Record<string, Readonly<Record<string, RemovedVersion>>>> = {
  'extensions/v1beta1': {
    Deployment: { since: 16, replacement: 'apps/v1', isCompatible: false, note: SELECTOR },
    DaemonSet: { since: 16, replacement: 'apps/v1', isCompatible: false, note: SELECTOR },
    ReplicaSet: { since: 16, replacement: 'apps/v1', isCompatible: false, note: SELECTOR },
    NetworkPolicy: { since: 16, replacement: 'networking.k8s.io/v1', isCompatible: true },
    PodSecurityPolicy: { since: 16, isCompatible: false, note: 'Pod security admission takes its place.' },
    Ingress: {
      since: 22,
      replacement: 'networking.k8s.io/v1',
      isCompatible: false,
      note: 'Backends and path types are written differently.',
    },
  },
  'apps/v1beta1': {
    Deployment: { since: 16, replacement: 'apps/v1', isCompatible: false, note: SELECTOR },
    StatefulSet: { since: 16, replacement: 'apps/v1', isCompatible: false, note: SELECTOR },
    ControllerRevision: { since: 16, replacement: 'apps/v1', isCompatible: true },
  },
  'apps/v1beta2': {
    Deployment: { since: 16, replacement: 'apps/v1', isCompatible: true },
    DaemonSet: { since: 16, replacement: 'apps/v1', isCompatible: true },
    ReplicaSet: { since: 16, replacement: 'apps/v1', isCompatible: true },
    StatefulSet: { since: 16, replacement: 'apps/v1', isCompatible: true },
    ControllerRevision: { since: 16, replacement: 'apps/v1', isCompatible: true },
  },
  'networking.k8s.io/v1beta1': {
    Ingress: {
      since: 22,
      replacement: 'networking.k8s.io/v1',
      isCompatible: false,
      note: 'Backends and path types are written differently.',
    },
    IngressClass: { since: 22, replacement: 'networking.k8s.io/v1', isCompatible: true },
  },
  'admissionregistration.k8s.io/v1beta1': {
    MutatingWebhookConfiguration: {
      since: 22,
      replacement: 'admissionregistration.k8s.io/v1',
      isCompatible: false,
      note: 'sideEffects and admissionReviewVersions must be given.',
    },
    ValidatingWebhookConfiguration: {
      since: 22,
      replacement: 'admissionregistration.k8s.io/v1',
      isCompatible: false,
      note: 'sideEffects and admissionReviewVersions must be given.',
    },
  },
  'apiextensions.k8s.io/v1beta1': {
    CustomResourceDefinition: {
      since: 22,
      replacement: 'apiextensions.k8s.io/v1',
      isCompatible: false,
      note: 'Every version needs a schema of its own.',
    },
  },
  'apiregistration.k8s.io/v1beta1': {
    APIService: { since: 22, replacement: 'apiregistration.k8s.io/v1', isCompatible: true },
  },
  'authentication.k8s.io/v1beta1': {
    TokenReview: { since: 22, replacement: 'authentication.k8s.io/v1', isCompatible: true },
  },
  'authorization.k8s.io/v1beta1': {
    '*': {
      since: 22,
      replacement: 'authorization.k8s.io/v1',
      isCompatible: false,
      note: 'spec.group is called spec.groups.',
    },
  },
  'certificates.k8s.io/v1beta1': {
    CertificateSigningRequest: {
      since: 22,
      replacement: 'certificates.k8s.io/v1',
      isCompatible: false,
      note: 'signerName and usages must be given.',
    },
  },
  'coordination.k8s.io/v1beta1': {
    Lease: { since: 22, replacement: 'coordination.k8s.io/v1', isCompatible: true },
  },
  'rbac.authorization.k8s.io/v1beta1': {
    '*': { since: 22, replacement: 'rbac.authorization.k8s.io/v1', isCompatible: true },
  },
  'scheduling.k8s.io/v1beta1': {
    PriorityClass: { since: 22, replacement: 'scheduling.k8s.io/v1', isCompatible: true },
  },
  'storage.k8s.io/v1beta1': {
    CSIDriver: { since: 22, replacement: 'storage.k8s.io/v1', isCompatible: true },
    CSINode: { since: 22, replacement: 'storage.k8s.io/v1', isCompatible: true },
    StorageClass: { since: 22, replacement: 'storage.k8s.io/v1', isCompatible: true },
    VolumeAttachment: { since: 22, replacement: 'storage.k8s.io/v1', isCompatible: true },
    CSIStorageCapacity: { since: 27, replacement: 'storage.k8s.io/v1', isCompatible: true },
  },
  'batch/v1beta1': {
    CronJob: { since: 25, replacement: 'batch/v1', isCompatible: true },
  },
  'discovery.k8s.io/v1beta1': {
    EndpointSlice: {
      since: 25,
      replacement: 'discovery.k8s.io/v1',
      isCompatible: false,
      note: 'topology became nodeName and zone.',
    },
  },
  'events.k8s.io/v1beta1': {
    Event: {
      since: 25,
      replacement: 'events.k8s.io/v1',
      isCompatible: false,
      note: 'Some of its fields have new names.',
    },
  },
  'autoscaling/v2beta1': {
    HorizontalPodAutoscaler: {
      since: 25,
      replacement: 'autoscaling/v2',
      isCompatible: false,
      note: 'Targets of metrics are written differently.',
    },
  },
  'policy/v1beta1': {
    PodDisruptionBudget: {
      since: 25,
      replacement: 'policy/v1',
      isCompatible: false,
      note: 'An empty selector now selects every pod of the namespace.',
    },
    PodSecurityPolicy: { since: 25, isCompatible: false, note: 'Pod security admission takes its place.' },
  },
  'node.k8s.io/v1beta1': {
    RuntimeClass: { since: 25, replacement: 'node.k8s.io/v1', isCompatible: true },
  },
  'autoscaling/v2beta2': {
    HorizontalPodAutoscaler: { since: 26, replacement: 'autoscaling/v2', isCompatible: true },
  },
  'flowcontrol.apiserver.k8s.io/v1beta1': {
    '*': {
      since: 26,
      replacement: 'flowcontrol.apiserver.k8s.io/v1',
      isCompatible: false,
      note: 'Some of its fields have new names.',
    },
  },
  'flowcontrol.apiserver.k8s.io/v1beta2': {
    '*': {
      since: 29,
      replacement: 'flowcontrol.apiserver.k8s.io/v1',
      isCompatible: false,
      note: 'Some of its fields have new names.',
    },
  },
  'flowcontrol.apiserver.k8s.io/v1beta3': {
    '*': { since: 32, replacement: 'flowcontrol.apiserver.k8s.io/v1', isCompatible: true },
  },
};
