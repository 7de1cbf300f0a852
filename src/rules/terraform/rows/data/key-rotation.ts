import type { AttributeRow } from '../row.ts';

/** Keys that are never changed, or too easily lost. */
export const keyRotation: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-kms-no-rotation',
    title: 'KMS key is not rotated',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0065', 'AVD-AWS-0065'],
      checkov: ['CKV_AWS_7'],
      kics: ['22fbfeac-7b5a-421a-8a27-7a2178bb910b'],
      semgrep: ['aws-kms-no-rotation'],
    },
    about: `Everything that was ever encrypted hangs on the same key material, for as long as the key lives: many standards ask for a new one each year.

Where \`enable_key_rotation\` is not set it counts as well: the provider takes \`false\`. Asymmetric, HMAC and imported keys cannot be rotated, and are left alone.`,
    why: 'Everything that was ever encrypted hangs on the same key material, for as long as the key lives: many standards ask for a new one each year.',
    remedy: 'Set it to `true`: old data stays readable.',
    resources: ['aws_kms_key'],
    path: ['enable_key_rotation'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [
      {
        path: ['customer_master_key_spec'],
        oneOf: [
          'RSA_2048',
          'RSA_3072',
          'RSA_4096',
          'ECC_NIST_P256',
          'ECC_NIST_P384',
          'ECC_NIST_P521',
          'ECC_SECG_P256K1',
          'HMAC_224',
          'HMAC_256',
          'HMAC_384',
          'HMAC_512',
          'SM2',
          'ML_DSA_44',
          'ML_DSA_65',
          'ML_DSA_87',
        ],
      },
      { path: ['key_usage'], oneOf: ['SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'] },
      { path: ['custom_key_store_id'] },
    ],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_kms_key" "seed" {
  description         = "Seeds"
  enable_key_rotation = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_kms_key" "seed" { ◀
  description = "Seeds"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_kms_key" "seed" {
  description         = "Seeds"
  enable_key_rotation = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_kms_key" "seed" {
  description         = "Seeds"
  enable_key_rotation = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  },
  {
    type: 'attribute',
    id: 'gcp-kms-no-rotation',
    title: 'KMS key is not rotated',
    severity: 'low',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0065', 'AVD-GCP-0065'],
      checkov: ['CKV_GCP_43'],
      kics: ['d8c57c4e-bf6f-4e32-a2bf-8643532de77b'],
    },
    about: `Everything that was ever encrypted with a key hangs on it; who got it once has it for good. Rotation makes new versions, and old data stays readable. Periods of more than 90 days are reported: that is what the CIS benchmark asks for.

Where \`rotation_period\` is not set it counts as well: the key is never rotated. Asymmetric keys cannot be, and are left alone.`,
    why: 'Everything that was ever encrypted hangs on one key; who got it once has it for good.',
    remedy: 'Set it to 90 days: `7776000s`. Old data stays readable.',
    resources: ['google_kms_crypto_key'],
    path: ['rotation_period'],
    must: { beAtMost: 7776000 },
    absent: 'unsafe',
    unless: [
      { path: ['purpose'], oneOf: ['ASYMMETRIC_SIGN', 'ASYMMETRIC_DECRYPT', 'MAC'] },
      { path: ['import_only'], oneOf: [true] },
    ],
    safe: '"7776000s"',
    bad: [
      {
        text: `
resource "google_kms_crypto_key" "seed" {
  name            = "seed"
  rotation_period = "31536000s" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_kms_crypto_key" "seed" { ◀
  name = "seed"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_kms_crypto_key" "seed" {
  name            = "seed"
  rotation_period = "7776000s"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_kms_crypto_key" "seed" {
  name            = "seed"
  rotation_period = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kms/docs/key-rotation'],
  },
  {
    type: 'attribute',
    id: 'aws-kms-short-deletion-window',
    title: 'KMS key is deleted in a few days',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: {},
    about: `What the key protects is lost when it goes, and a week is soon over.

Where \`deletion_window_in_days\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'What the key protects is lost when it goes, and a week is soon over.',
    remedy: 'Leave it at 30 days.',
    resources: ['aws_kms_key'],
    path: ['deletion_window_in_days'],
    must: { beAtLeast: 14 },
    absent: 'safe',
    safe: '30',
    bad: [
      {
        text: `
resource "aws_kms_key" "seed" {
  description             = "Seeds"
  deletion_window_in_days = 7 ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_kms_key" "seed" {
  description             = "Seeds"
  deletion_window_in_days = 30
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_kms_key" "seed" {
  description             = "Seeds"
  deletion_window_in_days = var.setting
}

resource "aws_kms_key" "other" {
  description = "Seeds"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
  },
  {
    type: 'attribute',
    id: 'azure-key-vault-no-purge-protection',
    title: 'Key vault can be purged',
    severity: 'medium',
    domain: 'reliability',
    aliases: { trivy: ['AZU-0016', 'AVD-AZU-0016'], checkov: ['CKV_AZURE_110', 'CKV_AZURE_42'] },
    about: `Whoever deletes a vault can purge it at once where nothing forbids it, and with the keys everything they protect is lost. Only an explicit \`false\` is reported here; losing the protection in a change is another rule.

Where \`purge_protection_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever deletes the vault can purge it at once, and with the keys everything they protect is lost.',
    remedy: 'Set it to `true`; it cannot be taken back.',
    resources: ['azurerm_key_vault'],
    path: ['purge_protection_enabled'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_key_vault" "orchard" {
  name                     = "orchard"
  purge_protection_enabled = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_key_vault" "orchard" {
  name                     = "orchard"
  purge_protection_enabled = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_key_vault" "orchard" {
  name                     = "orchard"
  purge_protection_enabled = var.setting
}

resource "azurerm_key_vault" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview'],
  },
  {
    type: 'attribute',
    id: 'azure-key-vault-open',
    title: 'Key vault accepts every network',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0013', 'AVD-AZU-0013'],
      checkov: ['CKV_AZURE_109'],
      semgrep: ['keyvault-specify-network-acl'],
    },
    about: `A stolen token reads the secrets from anywhere in the world.

Where \`network_acls.default_action\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A stolen token reads the secrets from anywhere in the world.',
    remedy: 'Set it to `Deny` and name the networks that need it.',
    resources: ['azurerm_key_vault'],
    path: ['network_acls', 'default_action'],
    must: { be: ['Deny'] },
    absent: 'safe',
    safe: '"Deny"',
    bad: [
      {
        text: `
resource "azurerm_key_vault" "orchard" {
  name = "orchard"

  network_acls {
    bypass         = "AzureServices"
    default_action = "Allow" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_key_vault" "orchard" {
  name = "orchard"

  network_acls {
    bypass         = "AzureServices"
    default_action = "Deny"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_key_vault" "orchard" {
  name = "orchard"

  network_acls {
    bypass         = "AzureServices"
    default_action = var.setting
  }
}

resource "azurerm_key_vault" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/network-security'],
  },
  {
    type: 'attribute',
    id: 'azure-key-vault-no-network-rules',
    title: 'Key vault has no network rules',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['AZU-0013', 'AVD-AZU-0013'], checkov: ['CKV_AZURE_189'] },
    about: `A stolen token reads the secrets from anywhere in the world.

Where \`public_network_access_enabled\` is not set it counts as well: the provider takes \`true\`. A vault with \`network_acls\` is left alone.`,
    why: 'A stolen token reads the secrets from anywhere in the world.',
    remedy: 'Add `network_acls` that deny by default, or set it to `false`.',
    resources: ['azurerm_key_vault'],
    path: ['public_network_access_enabled'],
    must: { be: [false] },
    absent: 'unsafe',
    unless: [{ path: ['network_acls'] }],
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_key_vault" "orchard" {
  name                          = "orchard"
  public_network_access_enabled = true ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_key_vault" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_key_vault" "orchard" {
  name                          = "orchard"
  public_network_access_enabled = false
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_key_vault" "orchard" {
  name                          = "orchard"
  public_network_access_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/network-security'],
  },
  {
    type: 'attribute',
    id: 'azure-key-vault-secret-no-expiry',
    title: 'Secret does not expire',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0014', 'AZU-0017', 'AVD-AZU-0014', 'AVD-AZU-0017'],
      checkov: ['CKV_AZURE_41', 'CKV_AZURE_112'],
    },
    about: `Nobody is reminded to change it, and who got it once has it for good.

Where \`expiration_date\` is not set it counts as well: it never expires. Keys with a rotation policy are left alone.`,
    why: 'Nobody is reminded to change it, and who got it once has it for good.',
    remedy: 'Set a date, and rotate before it.',
    resources: ['azurerm_key_vault_secret', 'azurerm_key_vault_key'],
    path: ['expiration_date'],
    must: { beSet: true },
    absent: 'unsafe',
    unless: [{ path: ['rotation_policy'] }],
    bad: [
      {
        text: `
resource "azurerm_key_vault_secret" "seed" {
  name            = "seed"
  expiration_date = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_key_vault_secret" "seed" { ◀
  name = "seed"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_key_vault_secret" "seed" {
  name            = "seed"
  expiration_date = "2027-12-31T00:00:00Z"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_key_vault_secret" "seed" {
  name            = "seed"
  expiration_date = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/about-keys-secrets-certificates'],
  },
  {
    type: 'attribute',
    id: 'aws-secret-default-key',
    title: 'Secret has no key of yours',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0098', 'AVD-AWS-0098'],
      checkov: ['CKV_AWS_149'],
      kics: ['a2f548f2-188c-4fff-b172-e9a6acb216bd'],
    },
    about: `It cannot be shared with another account, and no policy of yours guards the key.

Where \`kms_key_id\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'It cannot be shared with another account, and no policy of yours guards the key.',
    remedy: 'Name a key.',
    resources: ['aws_secretsmanager_secret'],
    path: ['kms_key_id'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_secretsmanager_secret" "seed" {
  name       = "seed"
  kms_key_id = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_secretsmanager_secret" "seed" { ◀
  name = "seed"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_secretsmanager_secret" "seed" {
  name       = "seed"
  kms_key_id = "alias/seed"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_secretsmanager_secret" "seed" {
  name       = "seed"
  kms_key_id = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
  },
];
