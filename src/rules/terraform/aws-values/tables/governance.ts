import { form, growing, type ValueTable, words } from '../allowed.ts';
import { dottedName, plainName } from '../names.ts';

const SET_FORMAT = words('TXT STIX OTX_CSV ALIEN_VAULT PROOF_POINT FIRE_EYE');
const ADDRESS_FAMILY = words('ipv4 ipv6');
const ACCOUNT = form(/^\d{12}$/, 'the twelve digits of an account, in quotes', /\D/);

/** Accounts and their organisation, upkeep and lines to other places. */
export const governance: ValueTable = {
  aws_organizations_policy: {
    type: growing(
      'SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY TAG_POLICY BACKUP_POLICY AISERVICES_OPT_OUT_POLICY CHATBOT_POLICY ' +
        'DECLARATIVE_POLICY_EC2 SECURITYHUB_POLICY',
    ),
  },
  aws_organizations_account: { iam_user_access_to_billing: words('ALLOW DENY') },
  aws_iam_service_linked_role: {
    aws_service_name: form(
      /^[a-z0-9.-]{1,100}\.amazonaws\.com(?:\.cn)?$/,
      'the name of a service, as `elasticache.amazonaws.com`',
    ),
  },
  aws_config_aggregate_authorization: { account_id: ACCOUNT },
  aws_guardduty_member: { account_id: ACCOUNT },
  aws_guardduty_ipset: { format: SET_FORMAT },
  aws_guardduty_threatintelset: { format: SET_FORMAT },
  aws_acmpca_certificate_authority: {
    type: words('ROOT SUBORDINATE'),
    usage_mode: words('GENERAL_PURPOSE SHORT_LIVED_CERTIFICATE'),
  },
  aws_backup_vault: { name: plainName(50, 2) },
  aws_backup_selection: { name: dottedName(50) },
  aws_ssm_association: { compliance_severity: words('UNSPECIFIED LOW MEDIUM HIGH CRITICAL') },
  aws_ssm_maintenance_window: { name: dottedName(128, 3) },
  aws_ssm_maintenance_window_target: { resource_type: words('INSTANCE RESOURCE_GROUP') },
  aws_ssm_maintenance_window_task: { task_type: words('AUTOMATION LAMBDA RUN_COMMAND STEP_FUNCTIONS') },
  aws_ssm_patch_baseline: {
    name: dottedName(128, 3),
    approved_patches_compliance_level: words('CRITICAL HIGH MEDIUM LOW INFORMATIONAL UNSPECIFIED'),
    operating_system: growing(
      'WINDOWS AMAZON_LINUX AMAZON_LINUX_2 AMAZON_LINUX_2022 AMAZON_LINUX_2023 UBUNTU REDHAT_ENTERPRISE_LINUX SUSE ' +
        'CENTOS ORACLE_LINUX DEBIAN MACOS RASPBIAN ROCKY_LINUX ALMA_LINUX',
    ),
  },
  aws_directory_service_directory: {
    type: words('SimpleAD ADConnector MicrosoftAD SharedMicrosoftAD'),
    size: words('Small Large'),
    edition: growing('Enterprise Standard Hybrid'),
  },
  aws_dx_bgp_peer: { address_family: ADDRESS_FAMILY },
  aws_dx_private_virtual_interface: { address_family: ADDRESS_FAMILY },
  aws_dx_public_virtual_interface: { address_family: ADDRESS_FAMILY },
  aws_dx_transit_virtual_interface: { address_family: ADDRESS_FAMILY },
  aws_storagegateway_gateway: { gateway_type: words('STORED CACHED VTL FILE_S3 FILE_FSX_SMB') },
};
