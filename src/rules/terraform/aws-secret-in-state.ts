import { attribute, type HclExpression } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';

/** Attributes with a write-only twin, whose name has `_wo` behind it. */
const SECRETS: Readonly<Record<string, string>> = {
  aws_db_instance: 'password',
  aws_rds_cluster: 'master_password',
  aws_docdb_cluster: 'master_password',
  aws_redshift_cluster: 'master_password',
  aws_redshiftserverless_namespace: 'admin_user_password',
  aws_secretsmanager_secret_version: 'secret_string',
  aws_ssm_parameter: 'value',
};

export const awsSecretInState: Rule<TerraformModule> = {
  id: 'aws-secret-in-state',
  kinds: ['terraform'],
  title: 'Secret is kept in the state',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { tflint: ['aws_write_only_attributes', 'aws_write_only_arguments'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const [type, name] of Object.entries(SECRETS)) {
      for (const { block, document, address } of resourcesOf(module, [type])) {
        const given = attribute(block, name);
        if (!given || isNull(given.value) || isSwitchedOff(block, scope)) continue;
        const kind = attribute(block, 'type');
        if (type === 'aws_ssm_parameter' && (!kind || !isSecureString(scope.resolve(kind.value)))) continue;
        yield {
          path: document.path,
          range: given.nameRange,
          key: `${address}/${name}`,
          message: {
            what: `${quote(address)} gets its secret by ${quote(name)}.`,
            why: 'Terraform keeps it in the state and in saved plans as plain text, for all who may read either.',
            remedy: `Hand it over by \`${name}_wo\` and \`${name}_wo_version\`, which Terraform 1.11 and newer keep nowhere.`,
          },
        };
      }
    }
  },
};

function isNull(value: HclExpression): boolean {
  return value.kind === 'literal' && (value.value === null || value.value === '');
}

function isSecureString(kind: { readonly known: boolean; readonly value?: unknown }): boolean {
  return kind.known && kind.value === 'SecureString';
}
