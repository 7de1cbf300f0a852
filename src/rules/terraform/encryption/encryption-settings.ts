import type { HclAttribute, HclBlock } from '../../../documents/terraform.ts';
import type { ModuleScope } from '../modules/module-scope.ts';

/** A setting by which data is encrypted. */
export interface EncryptionSetting {
  /** Its path in the resource: `encrypt_at_rest.enabled`. */
  readonly name: string;
  /** A switch that is on or off, or a key that is there or not. */
  readonly sort: 'switch' | 'key';
  readonly state: 'on' | 'off' | 'unknown';
  readonly attribute: HclAttribute;
  /** The block it stands in. */
  readonly parent: HclBlock;
}

const SWITCH =
  /^(encrypted|storage_encrypted|kms_encrypted|sqs_managed_sse_enabled|enforce_https|https_only|https_traffic_only_enabled|enable_https_traffic_only|ssl_enforcement_enabled|require_ssl|encryption_at_host_enabled|\w*encryption_enabled|enable_\w*encryption|encrypt_\w+|\w+_encrypted)$/;
const SWITCHED_BY_NAME = /^(encrypt_at_rest|node_to_node_encryption|server_side_encryption|secrets_encryption)$/;
const VALUES =
  /^(transit_encryption|encryption_type|client_broker|ssl_mode|catalog_encryption_mode|encryption_option)$/;
const OFF = new Set(['false', 'disabled', 'none', 'plaintext', 'tls_plaintext', 'allow_unencrypted_and_encrypted', '']);
const KEY =
  /^(kms_key|kms_key_(id|arn|name|self_link|version)|kms_master_key_id|key_vault_key_id|default_kms_key_name|disk_encryption_set_id|\w+_kms_key_(id|arn|name)|sse_aws_kms_key_id|performance_insights_kms_key_id|encryption_key_id|kms_key_resource_name|customer_managed_key_id)$/;

/** The settings of a resource, those in its blocks too. */
export function encryptionSettings(block: HclBlock, scope: ModuleScope, within = ''): readonly EncryptionSetting[] {
  const own = block.attributes.flatMap((attribute): EncryptionSetting[] => {
    const sort = sortOf(attribute.name, block.type);
    if (!sort) return [];
    return [
      { name: `${within}${attribute.name}`, sort, state: stateOf(attribute, sort, scope), attribute, parent: block },
    ];
  });
  return [...own, ...block.blocks.flatMap((inner) => encryptionSettings(inner, scope, `${within}${inner.type}.`))];
}

function sortOf(name: string, parent: string): EncryptionSetting['sort'] | undefined {
  if (SWITCH.test(name) || VALUES.test(name) || (name === 'enabled' && SWITCHED_BY_NAME.test(parent))) return 'switch';
  return KEY.test(name) ? 'key' : undefined;
}

function stateOf(
  { value }: HclAttribute,
  sort: EncryptionSetting['sort'],
  scope: ModuleScope,
): EncryptionSetting['state'] {
  const resolved = scope.resolve(value);
  // A key that another resource makes is there, whatever it is.
  if (!resolved.known)
    return sort === 'key' && value.kind === 'reference' && value.path[0] !== 'var' ? 'on' : 'unknown';
  if (resolved.value === null) return 'off';
  return OFF.has(String(resolved.value).toLowerCase()) ? 'off' : 'on';
}
