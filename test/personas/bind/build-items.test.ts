import { describe, expect, test } from '@jest/globals';
import { bindItem } from '../../../src/personas/bind/bind-item.ts';
import { rules } from '../../../src/rules/index.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));
const rulesOf = (text: string) => bindItem(text, '', RULES).bindings.map(({ rule }) => rule);

describe('an item about Dockerfiles, Compose files and the language of Terraform is bound to the rules that see it, and to no others', () => {
  test.each([
    ['CMD and ENTRYPOINT use exec form', ['shell-form-command', 'exec-form-not-json', 'exec-form-variable']],
    ['apt-get update and install are combined in one RUN instruction', ['apt-get-update-alone']],
    ['yum and dnf installs run non-interactive', ['package-install-asks']],
    ['.dockerignore excludes secrets and .env files', ['copy-whole-context', 'dockerignore-weakened']],
    ['.dockerignore keeps credentials out of the build context', ['copy-whole-context', 'dockerignore-weakened']],
    ['A .dockerignore exists', ['copy-whole-context', 'dockerignore-weakened']],
    [
      '.dockerignore does not exclude files that COPY needs',
      ['copy-whole-context', 'dockerignore-weakened', 'copy-ignored-file'],
    ],
    [
      'Build args are declared before use in the Dockerfile',
      ['arg-undeclared-in-from', 'variable-undefined', 'env-self-reference'],
    ],
    ['EXPOSE names a valid port in the Dockerfile', ['expose-port-invalid', 'expose-host-mapping']],
    ['Deprecated Dockerfile instructions such as MAINTAINER are not used', ['maintainer-deprecated']],
    [
      'Compose services have unique container names',
      ['compose-duplicate-container-name', 'compose-duplicate-exported-port'],
    ],
    [
      'No two Compose services publish the same port: duplicate ports in docker-compose',
      ['compose-duplicate-container-name', 'compose-duplicate-exported-port'],
    ],
    ['Terraform configuration is valid', ['duplicate-declaration', 'object-key-duplicated']],
    ['terraform validate passes', ['duplicate-declaration', 'object-key-duplicated']],
    ['No duplicate resource declarations in Terraform', ['duplicate-declaration']],
    ['Terraform variables are not declared twice', ['duplicate-declaration']],
    ['No duplicate keys in Terraform maps', ['object-key-duplicated']],
    ['Terraform code does not compare with an empty list, length() is used', ['empty-list-comparison']],
    ['No unused providers in Terraform', ['unused-declaration', 'unused-required-provider']],
    [
      'Terraform workspaces are not used with the remote backend',
      ['remote-state-missing', 'duplicate-backend-key', 'workspace-with-remote-backend'],
    ],
    ['Pipeline tasks can be re-run without duplicate rows', ['non-idempotent-append']],
    ['Databricks workspaces have an IP access list', ['databricks-open-access-list']],
    ['EXPOSE maps no host port in the Dockerfile', ['expose-port-invalid', 'expose-host-mapping']],
  ])('"%s"', (text, wanted) => {
    expect([...rulesOf(text)].sort()).toEqual([...wanted].sort());
  });
});

describe('an item that asks for much is bound to all of it', () => {
  test.each([
    ['Dockerfiles pass hadolint', 'instruction-malformed'],
    ['Dockerfile syntax is valid', 'instruction-malformed'],
  ])('"%s" by %s, among others', (text, rule) => {
    expect(rulesOf(text)).toContain(rule);
  });
});

describe('the same words for other things bind to nothing', () => {
  test.each([
    'Admission to the building is controlled',
    'Hadolint runs in CI',
    'Dockerfiles are reviewed',
    'Dockerfiles have valid labels',
    'apt-get update is documented',
    'CLI arguments are validated',
    'Build numbers are unique',
    'Exposed metrics have valid names',
    'Compose previews are annotated',
    'Composable functions have unique names',
    'UI components compose well',
    'Docker Compose is used for local development',
    'Terraform modules avoid repeated code',
    'Terraform resources have unique names',
    'Terraform resources are tagged',
    'Terraform validate runs in CI',
    'terraform fmt passes',
    'Duplicate code is avoided',
    'Duplicate keys in the database are rejected',
    'Lists are not empty',
    'Empty states are designed',
    'Databricks workspaces are named by team',
    'Workspaces of the IDE are shared',
    'Terraform workspaces separate environments',
    'Duplicates are removed with pandas functions',
    'Terraform applies are idempotent',
    'Duplicate rows are removed',
    'AMI builds are automated',
    'Unused code is removed',
    'Unused imports are removed',
  ])('"%s"', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});
