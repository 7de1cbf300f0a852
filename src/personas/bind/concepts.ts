import { BUILD_CONCEPTS } from './build-concepts.ts';
import { CLOUD_CONCEPTS } from './cloud-concepts.ts';
import { CLUSTER_CONCEPTS } from './cluster-concepts.ts';
import { CODE_CONCEPTS } from './code-concepts.ts';
import { WORKFLOW_CONCEPTS } from './workflow-concepts.ts';

/**
 * What people call the things that rules look at: each concept with the words and phrases that stand for it. Forms of a
 * word need no line of their own, they are compared by their stems. A comma ends a phrase.
 */
export const CONCEPTS = {
  // What is delivered, and by what.
  action: 'action, actions, github action, third party action, marketplace action',
  workflow: 'workflow, github actions, ci workflow, reusable workflow',
  pipeline:
    'pipeline, ci, cd, cicd, continuous integration, continuous delivery, workflow, build job, merge, merging, release, pull request, deploy, deployment',
  job: 'job, workflow, step, ci run, pipeline run, github actions, build, ci',
  image: 'image, container, docker, dockerfile, oci image',
  baseImage: 'base image, parent image',
  dockerfile: 'dockerfile, docker, container image, docker image, image, container build',
  container: 'container, pod, workload, docker, dockerfile, image, security context, kubernetes, process, service',
  kubernetes: 'kubernetes, k8s, cluster, pod, helm, manifest, aks, eks, gke, namespace',
  terraform: 'terraform, opentofu, iac, infrastructure as code, hcl, tf',
  dependency: 'dependency, package, library, requirement, python package, pip',
  provider: 'provider, terraform version, terraform provider',
  module: 'terraform module, module source, iac module, module version, registry module',
  // Versions.
  pin: 'pin, pinned, pinning, lock file, lockfile, locked version, exact version, fixed version, specific version, explicit version, explicit tag, commit sha, full sha, sha, hash, digest, version constraint, immutable reference',
  floating:
    'latest tag, latest, floating tag, floating version, mutable tag, unpinned, untagged, moving tag, rolling tag',
  reproducible: 'reproducible, reproducibility, deterministic, repeatable build, hermetic',
  environmentSetup: 'environment, environment setup, dev environment, development environment',
  unmaintained: 'archived, unmaintained, abandoned, deprecated action',
  knownVulnerable: 'known vulnerability, known vulnerable, published vulnerability, cve',
  imageTagImmutable: 'immutable tag, tag immutability, immutable image tag, mutable image tag',
  registry: 'registry, ecr, repository',
  // Rights.
  token:
    'token, github token, workflow permission, job permission, token permission, permissions block, permissions key',
  permission: 'permission, scope, rights',
  privilege:
    'least privilege, minimal permission, minimum permission, minimal privilege, minimum privilege, restrict permission, narrow permission, excessive permission, overly broad, limited permission, explicit permission, scoped permission, minimal scope, least permission, principle of least privilege, minimum rights, minimal rights',
  iam: 'iam, cloud permission, iam policy, iam role',
  access: 'role, policy, service account, access policy, principal, access, identity',
  wildcard:
    'wildcard, star permission, administrator access, admin access, full access, overprivileged, over permissive, overly permissive',
  rbac: 'rbac, cluster role, role binding, role based access control',
  serviceAccountToken: 'service account token, automount service account token, automount',
  nonRoot:
    'non root, nonroot, not root, rootless, unprivileged user, unprivileged, no root, run as root, runs as root user, root user, root privilege, dedicated user, user directive, user instruction',
  privileged: 'privileged, privileged mode, privileged container, privileged pod',
  hardening:
    'security context, pod security, hardened container, container security, container hardening, runtime security, pod hardening, pod security standard',
  privilegeEscalation: 'privilege escalation, allow privilege escalation, allowprivilegeescalation',
  capability: 'linux capability, capability, cap add, drop capability',
  kernelProfile: 'seccomp, seccomp profile, apparmor, apparmor profile, selinux, runtime default',
  readOnlyRoot:
    'read only root filesystem, read only root file system, readonlyrootfilesystem, read only filesystem, read only file system, immutable filesystem, writable root filesystem',
  hostPort: 'host port, hostport',
  dockerSocket: 'docker socket, docker sock, container runtime socket, var run docker sock',
  hostAccess:
    'host network, host path, hostpath, hostnetwork, host pid, host ipc, host namespace, host filesystem, host mount',
  // Strangers.
  forkTrigger: 'pull request target, workflow run trigger, privileged trigger, dangerous trigger',
  untrusted: 'untrusted, fork, forked, outsider, external contributor, attacker, attacker controlled, user controlled',
  checkout: 'checkout, code, pull request code, execute, run',
  injection:
    'injection, script injection, template injection, expression injection, command injection, shell injection',
  expression:
    'script, shell, expression, workflow, run step, run block, interpolate, github context, event, template, github actions, github event, input, command',
  selfHosted: 'self hosted runner, self hosted, private runner',
  cachePoisoning: 'cache poisoning, poisoned cache, untrusted cache, build cache in release, release cache',
  // Models at work in the pipeline.
  promptInjection: 'prompt injection, indirect prompt injection, untrusted prompt',
  aiAgent: 'ai agent, coding agent, llm agent, agentic workflow, claude code, autonomous agent, ai assistant',
  agentTool: 'tool, sandbox, allowed tool, tool access, tool grant, shell access, dangerously skip permissions',
  download: 'download, curl, wget, installer, install script, remote script, downloaded binary',
  checksum: 'checksum, integrity, sha256, verify signature, signature verification, signed',
  // Secrets.
  secret: 'secret, credential, api key, password, access key, private key, connection string, token',
  kept: 'vault, secret manager, secrets manager, secret store, key vault, manage, management, hardcode, hard coded, hardcoded, commit, committed, committing, plaintext, plain text, source, code, repository, version control, git, manifest, literal, embed, baked, inject, externalize, stored, environment variable',
  baked: 'image, image layer, layer, build arg, dockerfile, docker, baked',
  staticKey:
    'long lived, static credential, static cloud, static key, static access, static secret, oidc, workload identity, short lived, openid connect',
  oidc: 'oidc, openid connect, workload identity',
  otherThanSecretStorage:
    'mask, redact, rotate, rotation, expiry, expire, scan, scanning, scanner, tokenizer, tokenize, detection, token usage, token limit, token budget, max token',
  secretsInherit: 'secrets inherit, inherit secrets, inherited secrets',
  persistCredentials: 'persist credentials, persisted credentials, persist credential',
  buildContext: 'dockerignore, build context, copy whole, copy everything',
  tfvars: 'tfvars, terraform variable, variable file',
  // Gates.
  test: 'test, automated test, unit test, integration test, e2e test, regression test, smoke test, testing, e2e, test suite, test automation',
  testKind:
    'unit test, integration test, e2e, automated test, automated testing, test automation, regression test, integration testing, unit testing, test suite',
  inPipeline:
    'pipeline, ci, cd, cicd, pull request, merge, continuous integration, automated, automate, automation, build, workflow',
  scan: 'scan, scanning, scanned, sast, dast, trivy, grype, snyk, codeql, checkov, tfsec, dependency check, vulnerability check, container scanning, security check, vulnerability assessment, dependency audit, pip audit, npm audit, static security analysis, secret detection, vulnerability detection, image vulnerability',
  scanned:
    'security, vulnerability, dependency, container, image, infrastructure, iac, code, secret, pipeline, sast, dast, trivy, codeql, compliance, cve, model, automated, artifact, license, terraform',
  imageScan: 'image scan, container scan, scan image, scan container, container image scan, vulnerability scan',
  gate: 'quality gate, gate, gated, release gate, approval gate, security gate, deployment gate, blocking check, fail build, block merge, block deployment, block release, policy gate, fail pipeline',
  requiredCheck: 'required check, status check, required status check, merge check',
  softened:
    'continue on error, allow failure, ignore failure, swallow exit code, non blocking, soft fail, silently skip, skip silently',
  precede:
    'pass before, before production, before release, before deploy, prerequisite, provision before, before platform',
  policyAsCode: 'policy as code, opa, open policy agent, sentinel, conftest, kyverno, gatekeeper',
  otherTests:
    'testable, a b test, b testing, ab testing, chaos test, penetration test, pen test, disaster, test data, test environment, user test, test driven, test first, test plan, test automation, load test environment, backup test, failing test',
  local: 'pre commit, ide, editor, locally, developer machine',
  provisioned: 'provision, infrastructure, migration, artifact',
  scannerSettings:
    'scanner configuration, scanner settings, scanner baseline, suppression, exclusion, scanner rule, ignore file, ignore list',
  approval:
    'approval, approve, approver, manual approval, manual gate, required reviewer, environment protection, protection rule, human in the loop, four eyes, manual confirmation',
  deploy: 'deploy, deployment, production, release, promotion, promote, gate, workflow, rollout, environment, go live',
  plan: 'plan, terraform plan, plan output, saved plan, plan file',
  apply: 'apply, terraform apply, auto approve, autoapprove',
  reviewed: 'review, reviewed, approve, approval, saved, inspect, human',
  timeout: 'timeout, time limit, timeout minutes, hang, maximum duration, max runtime',
  otherThanRun:
    'api, http, request, network, client, database, connection, lambda, session, query, idle, model endpoint, probe, socket',
  cancelled: 'cancel in progress, cancel, cancelled, concurrency group, concurrency, interrupted',
  workflowSyntax: 'workflow syntax, actionlint, valid workflow, workflow valid, workflow lint, workflow file valid',
  // Images.
  lean: 'minimal, small image, lean, slim, image size, smaller, cleanup, package cache, pip cache, apt cache, apt lists, no cache dir, cache file, cache removed, minimize, bloat',
  addCopy: 'copy instead of add, copy over add, prefer copy, copy rather than add, add instruction',
  pipefail: 'pipefail, set o pipefail, failed download, pipe exit code, download fail',
  certificate:
    'certificate verification, certificate validation, tls verification, ssl verification, verify certificate, verify ssl, verify tls, insecure flag, curl k, certificate check, validate certificate, tls certificate check',
  sudo: 'sudo',
  // Network and data.
  exposed: 'public, publicly, internet, expose, 0 0 0 0, world, wide open, anonymous, unauthenticated, open port',
  ingress:
    'security group, firewall, ingress, inbound, port, network acl, ingress rule, nsg, firewall rule, network access, network security group',
  adminPort: 'ssh, rdp, port 22, remote desktop, port 3389',
  bucket: 'bucket, s3, blob, object storage, storage account, gcs, cloud storage, oss',
  database:
    'database, rds, sql, aurora, postgres, postgresql, mysql, redshift, data store, datastore, cosmos, dynamodb, redis',
  networkPolicy: 'network policy, networkpolicy, network policies, network isolation policy, pod isolation',
  clusterApi: 'api server, control plane, cluster endpoint, kubernetes api, public endpoint, control plane endpoint',
  encryption: 'encrypt, encryption, encrypted, unencrypted',
  atRest: 'rest, storage, disk, volume, bucket, database, ebs, s3, rds, stored, data, snapshot',
  inTransit: 'transit, tls, https, ssl, traffic, mtls, travels',
  tls: 'tls, https, ssl, tls 1, plain http, plaintext http, unencrypted traffic, cleartext',
  oldTls: 'tls 1, old tls, tls version, minimum tls, modern tls, outdated tls',
  customerKey: 'customer managed key, customer managed, cmk, cmek, kms key, own key, byok',
  keyRotation:
    'key rotation, rotate key, kms rotation, rotated key, keys rotated, keys are rotated, kms key rotation, encryption key rotation, rotation of key',
  deletion:
    'deletion protection, prevent destroy, accidental deletion, accidental destroy, protect from deletion, accidentally deleted, accidental destruction, delete protection, lifecycle prevent destroy',
  backup: 'backup, backup retention, automated backup, point in time recovery, pitr',
  otherEncrypted: 'etcd, secret, password, token, message, email, backup, session',
  otherBackups:
    'vector store, vector database, embedding, etcd, velero, cluster backup, configuration backup, workstation',
  versioning: 'versioning, versioned, object version, old version',
  renamed: 'moved block, rename, renamed, state mv, refactor',
  tfState:
    'state, remote state, state file, terraform state, tfstate, remote backend, terraform backend, state backend',
  remote: 'remote, remote backend, backend, s3, shared, lock, locking, locked, remotely, isolated, separate',
  unusedDeclaration:
    'unused variable, unused declaration, unused local, unused data source, unused output, dead variable, unused provider',
  auditLog:
    'audit log, audit logging, audit trail, cloudtrail, activity log, audit logs, access log, access logging, flow log',
  cloud:
    'cloud, aws, azure, gcp, cloudtrail, infrastructure, account, access, compliance, resource, service, security, administrative',
  cloudtrail: 'cloudtrail, cloud trail',
  accessLog: 'access log, access logging, load balancer log',
  flowLog: 'flow log',
  imds: 'imdsv2, imdsv1, instance metadata, metadata service',
  passwordPolicy: 'password policy, password length, password complexity, password reuse',
  // Running.
  probe:
    'probe, health check, healthcheck, readiness, liveness, startup probe, health probe, readinessprobe, livenessprobe, readiness check, liveness check, health endpoint',
  liveness: 'liveness, liveness probe',
  otherHealth:
    'pipeline health, team health, system health, project health, health dashboard, cluster health, data health, health app',
  zeroDowntime: 'zero downtime, no downtime, rolling update, rolling deployment, rolling release, downtime',
  resources: 'resource, memory, cpu, container resource, pod resource, compute',
  limits: 'limit, request, requests and limits, limits and requests, request and limit',
  otherLimits:
    'rate, api, http, quota, request rate, traffic, token, latency, throughput, spend, budget, pull request, volume, user, blast',
  memoryLimit:
    'memory limit, resource limit, resource request, requests and limits, limits and requests, cpu limit, memory request, cpu request, resource requests',
  gpu: 'gpu, accelerator, tpu',
  scheduled: 'schedule, scheduling, request, limit, allocation, resource, quota, memory, allocate',
  replicas:
    'replica, high availability, highly available, multiple instances, redundancy, redundant, single point of failure, at least two, multiple pods, several pods',
  nonRootUser: 'non root, nonroot, rootless, run as root',
  otherAvailability:
    'read replica, multi region, region, load balance, database, dns, people, knowledge, document, data, storage, identify, risk, metric',
  disruption: 'pod disruption budget, poddisruptionbudget, pdb, disruption budget, node drain, eviction',
  spread:
    'anti affinity, antiaffinity, pod anti affinity, topology spread, topology spread constraint, spread across nodes, spread over nodes',
  apiVersion:
    'deprecated api, api version, apiversion, removed api, deprecated kubernetes api, deprecated manifest, apis removed, deprecated kubernetes apis, removed kubernetes apis, deprecated k8s apis',
  selector: 'selector, label selector, selectors match, matchlabels, match labels, selector match',
  // Machine learning.
  model: 'model, ml, machine learning, mlops, inference, prediction, model serving, serving endpoint, training, mlflow',
  seed: 'seed, random seed, random state, seeded, randomness, rng',
  leakage:
    'data leakage, leakage, train test contamination, target leakage, test set leakage, contamination, test leakage',
  preprocessing:
    'preprocess, scaler, transformer, imputer, encoder, normalization, feature scaling, fit, fitted, feature engineering, scaling',
  trainOnly: 'train split, training split, training set, before split, after split, split first, training fold',
  heldOut:
    'holdout, held, test set, test data, test split, unseen data, validation set, test rows, training data, holdout set, held out data',
  evaluated: 'evaluate, evaluation, metric, score, measured, performance, report',
  notebook: 'notebook, jupyter, ipynb, colab',
  notebookOutput: 'output, cell output, cleared, clear, strip, nbstripout, saved output, stripped',
  modelVersion:
    'model registry, model version, model versioning, versioned model, registered model, model registration, version model, pinned model, model pinned, explicit model version, models versioned, models are versioned, model artifact version, model tag',
  hub: 'hugging face, huggingface, pretrained, model hub, pre trained',
  revision: 'revision, pin, pinned, commit, sha, version',
  promoted:
    'register, registered, registration, promote, promotion, promoted, deploy, deployment, release, ship, serve, go live',
  evaluationGate:
    'evaluation, evaluated, validation gate, performance threshold, metric threshold, quality gate, validation, benchmark, accuracy threshold, model validation, evaluation threshold, acceptance threshold, threshold, quality check, gate, champion challenger, baseline',
  modelGate:
    'performance threshold, metric threshold, accuracy threshold, evaluation threshold, acceptance threshold, model threshold, model quality, model validation, model gate, evaluation gate, evaluation metric, quality threshold, validation gate, minimum accuracy, model performance gate, model performance threshold, champion challenger, model quality check, model quality gate',
  dataValidation:
    'data validation, data quality check, data quality gate, schema validation, validate data, great expectations, data schema, pandera, data validated, validation step, validate schema, validate input data, validation stage, input data validated, training data validated, data quality validation, data validation check',
  stages: 'ingestion, preprocessing',
  validationWord: 'validation',
  dataVersioning:
    'data version, data versioning, version data, versioned data, versioned dataset, dataset version, dataset versioning, data versioned, training data versioned, dvc, data version control, datasets are versioned, dataset versioned, model file, model weight, weights in git, large file, binary file, versioning data, git lfs',
  versionControl: 'version control, versioned, versioning, version controlled',
  dataThing: 'data, dataset',
  modelThing: 'model, weight, model artifact',
  dvc: 'dvc, dvc lock, dvc pipeline, dvc stage',
  lineage: 'lineage, data lineage, model lineage, provenance of data',
  unsafeLoad:
    'pickle, torch load, torch.load, deserialization, deserialize, unpickle, safetensors, unsafe load, joblib load, model deserialization, model file safe, untrusted model, model artifact security, unsafe deserialization, insecure deserialization, pickled, pickle file',
  modelSecurity:
    'model security, secure model loading, model loading, model supply chain, safe loading, load models safely, loaded safely, model loaded, models loaded, models are loaded',
  remoteCode: 'trust remote code, remote code, trust_remote_code',
  retry: 'retry, retries, retryable, retried, retry logic, retry policy, backoff',
  otherRetry: 'api client, frontend, user, payment, manual, human, login',
  idempotentStep:
    'step, task, pipeline, dag, airflow, prefect, kubeflow, dagster, flow, operator, job, fault, failure, transient, workflow, circuit breaker, logic, idempotent, policy, configure, backoff',
  dagImport:
    'top level code, dag parse, dag import, dag file, dag parsing, module level work, individually testable, dag top level, top level dag',
  exception:
    'exception, swallow, bare except, silent failure, silently fail, silently ignore, error handling, handle error, fail loudly, fail silently, silent error, errors hidden, fail gracefully, failure is graceful, handle exception, error handled, errors explicit, errors are handled, failures are not swallowed, suppressed error, exception handling, swallowed',
  otherErrors: 'budget, rate, page, frontend, ui, http, api',
  monitoring:
    'monitor, monitoring, observability, drift, performance tracking, prediction logging, prediction log, observable, instrument',
  modelWatch:
    'model monitoring, model metric, data drift, concept drift, model drift, prediction logging, prediction log, ml monitoring, ml metric, model performance tracking, monitor model performance, model performance metric, prediction drift, ml specific metric, model performance monitoring, feature drift, model observability, inference monitoring, prediction quality, model staleness, serving metric, log prediction, prediction monitoring, model degradation, inference latency',
  infrastructureDrift:
    'infrastructure drift, drift remediation, configuration drift, terraform drift, state drift, config drift, environment drift, drift from code',
  monitorSetup:
    'monitoring setup, monitoring is set up, monitor continuously, monitoring kept, monitoring removed, monitoring in place, monitoring not removed',
  experiment:
    'experiment, training run, model training, data split, random split, ml, training, model version, model, notebook, train, split, data science',
  personal: 'pii, personal data, sensitive data, personally identifiable, customer data, private data',
  people:
    'team, teams, stakeholder, culture, collaborate, collaboration, retrospective, postmortem, post mortem, communicate, communication, mentor, knowledge sharing, onboarding, meeting, training program, workshop, productivity, satisfaction, blameless, silo, business value, innovation, hire, user story, security training, staff, employee, postmortems',
  runningSystem:
    'uptime, mean time, mttr, sla, slo, change failure rate, deployment frequency, lead time, 99, utilization, adoption',
  ...WORKFLOW_CONCEPTS,
  ...CLOUD_CONCEPTS,
  ...CLUSTER_CONCEPTS,
  ...BUILD_CONCEPTS,
  ...CODE_CONCEPTS,
} as const;

export type Concept = keyof typeof CONCEPTS;
