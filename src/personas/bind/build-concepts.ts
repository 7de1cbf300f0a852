/** Words and phrases of Dockerfiles, Compose files and the language of Terraform; as in concepts.ts. */
export const BUILD_CONCEPTS = {
  // Dockerfiles.
  hadolint: 'hadolint, dockerfile linter, dockerfile lint, dockerfiles are linted, docker lint',
  dockerfileWord: 'dockerfile, docker file',
  validDockerfile:
    'dockerfile valid, valid dockerfile, dockerfile syntax, dockerfile syntax valid, valid dockerfile syntax, dockerfile well formed, well formed dockerfile, syntactically valid dockerfile, dockerfile syntactically',
  execForm: 'exec form, json form, json array form, shell form, exec syntax, json notation, json array',
  startWord: 'cmd, entrypoint, command, dockerfile, container, start command, healthcheck',
  aptUpdate: 'apt get update, apt update',
  sameLayer: 'install, combine, alone, own layer, run instruction, single run, layer',
  packageInstaller: 'yum, dnf, zypper, apk, microdnf, package manager, package installation',
  ignoreFile: 'dockerignore, docker ignore, dockerignore file',
  ignoredSecrets: 'secret, env file, private key, credential, sensitive, key, certificate, env, sensitive file, git',
  copied: 'copy, copied, copy instruction, needed by build, needed file',
  buildVariable:
    'build arg, build argument, arg instruction, build variable, dockerfile variable, env instruction, docker arg, dockerfile arg',
  declaredFirst: 'declare, define, undefined, undeclared, scope, unknown',
  exposedPorts: 'expose instruction, expose, exposed port',
  portValid: 'valid port, invalid port, port number, port range, host port, port mapping, map',
  maintainerInstruction:
    'maintainer instruction, deprecated maintainer, maintainer deprecated, deprecated instruction, deprecated dockerfile instruction, maintainer keyword',
  // Compose.
  composeWord: 'compose, docker compose, compose file',
  composeNames: 'container name, port, published port, host port, exported port',
  duplicated: 'duplicate, unique, conflict, twice, clash, collide, repeated, distinct',
  // Terraform.
  terraformLint:
    'terraform validate, terraform valid, valid terraform, terraform code valid, terraform configuration valid, terraform syntax, terraform files valid, hcl valid, valid hcl, terraform modules valid, terraform parse',
  declaredTwice:
    'duplicate declaration, declared twice, defined twice, duplicate resource, duplicate variable, duplicate provider, duplicate output, duplicate local, duplicate module, duplicate definition, duplicate block, duplicate data source, duplicate resource declaration, duplicate variable declaration',
  keyTwice:
    'duplicate key, duplicate map key, keys twice, repeated key, duplicate object key, duplicate attribute, keys duplicated, duplicate tag key, keys unique',
  listComparison: 'empty list, empty list comparison, empty collection',
  lengthWord: 'length, compare, comparison, equality, compared',
  unusedProvider:
    'unused provider, unused required provider, provider unused, providers are unused, unnecessary provider, unneeded provider',
  tfWorkspace: 'terraform workspace, workspace, workspace name',
  remoteBackend: 'remote backend, terraform cloud, hcp terraform, cloud backend, backend remote',
} as const;
