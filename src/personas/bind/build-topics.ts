import type { Topic } from './topic.ts';

/** What stops a build, or makes an instruction mean something else than it says. */
const VALID_DOCKERFILE = [
  'instruction-malformed',
  'instruction-before-from',
  'stage-name-invalid',
  'stage-name-duplicate',
  'copy-from-unknown-stage',
  'exec-form-not-json',
  'onbuild-forbidden-trigger',
  'expose-port-invalid',
  'expose-host-mapping',
  'arg-undeclared-in-from',
  'base-image-name-invalid',
  'copy-multiple-to-file',
  'empty-continuation-line',
  'copy-ignored-file',
] as const;
const VARIABLES = ['arg-undeclared-in-from', 'variable-undefined', 'env-self-reference'] as const;

/** What is asked of Dockerfiles, Compose files and the language of Terraform. */
export const BUILD_TOPICS: readonly Topic[] = [
  // Dockerfiles
  {
    name: 'Hadolint',
    about: [['hadolint']],
    unless: ['inPipeline', 'local'],
    rules: [
      ...VALID_DOCKERFILE,
      ...VARIABLES,
      'base-image-untagged',
      'base-image-latest-tag',
      'apt-get-missing-yes',
      'apt-get-lists-not-removed',
      'apt-instead-of-apt-get',
      'add-instead-of-copy',
      'copy-relative-without-workdir',
      'workdir-relative',
      'multiple-cmd',
      'last-user-root',
      'sudo-in-run',
      'pip-cache-kept',
      'run-pipe-without-pipefail',
      'shell-form-command',
      'maintainer-deprecated',
      'useradd-large-uid',
      'unquoted-version-constraint',
      'package-install-asks',
      'cd-without-effect',
      'shell-replaced-by-link',
      'from-platform-constant',
      'service-started-in-build',
    ],
  },
  {
    name: 'valid Dockerfiles',
    about: [['validDockerfile']],
    alone: true,
    unless: ['inPipeline', 'scan', 'exposedPorts'],
    rules: [...VALID_DOCKERFILE],
  },
  {
    name: 'exec form',
    about: [['execForm'], ['startWord']],
    rules: ['shell-form-command', 'exec-form-not-json', 'exec-form-variable'],
  },
  { name: 'current package lists', about: [['aptUpdate'], ['sameLayer']], rules: ['apt-get-update-alone'] },
  { name: 'silent installations', about: [['packageInstaller'], ['nonInteractive']], rules: ['package-install-asks'] },
  {
    name: 'secrets and the build context',
    about: [['ignoreFile'], ['ignoredSecrets']],
    rules: ['dockerignore-weakened', 'copy-whole-context'],
  },
  { name: 'ignored files', about: [['ignoreFile'], ['copied']], rules: ['copy-ignored-file'] },
  {
    name: 'variables of builds',
    about: [['buildVariable'], ['declaredFirst']],
    unless: ['secret', 'terraform', 'workflow'],
    rules: [...VARIABLES],
  },
  {
    name: 'ports of images',
    about: [['exposedPorts'], ['portValid'], ['dockerfileWord']],
    rules: ['expose-port-invalid', 'expose-host-mapping'],
  },
  { name: 'deprecated instructions', about: [['maintainerInstruction']], rules: ['maintainer-deprecated'] },

  // Compose
  {
    name: 'names and ports of services',
    about: [['composeWord'], ['composeNames'], ['duplicated']],
    rules: ['compose-duplicate-container-name', 'compose-duplicate-exported-port'],
  },

  // Terraform
  {
    name: 'valid Terraform',
    about: [['terraformLint']],
    unless: ['inPipeline', 'local'],
    rules: ['duplicate-declaration', 'object-key-duplicated'],
  },
  {
    name: 'declared once',
    about: [['terraform'], ['declaredTwice']],
    unless: ['tfState'],
    rules: ['duplicate-declaration'],
  },
  {
    name: 'keys given once',
    about: [['terraform'], ['keyTwice']],
    unless: ['secret', 'tfState', 'kmsKey'],
    rules: ['object-key-duplicated'],
  },
  {
    name: 'empty lists',
    about: [['listComparison'], ['lengthWord'], ['terraform', 'listComparison']],
    rules: ['empty-list-comparison'],
  },
  { name: 'unused providers', about: [['unusedProvider']], rules: ['unused-required-provider'] },
  {
    name: 'workspaces',
    about: [['tfWorkspace'], ['remoteBackend']],
    unless: ['databricksWord'],
    rules: ['workspace-with-remote-backend'],
  },
];
