import type { AttributeRow } from '../row.ts';

/** Buckets, containers and other stores that strangers can read. */
export const publicStorage: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-s3-public-acl',
    title: 'Bucket is public by its ACL',
    severity: 'critical',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0092', 'AVD-AWS-0092'],
      checkov: ['CKV_AWS_20', 'CKV_AWS_57', 'CKV2_AWS_43'],
      kics: ['38c5ee0d-7f22-4260-ab72-5073048df100', '57b9893d-33b1-4419-bcea-a717ea87e139'],
      semgrep: ['s3-public-read-bucket', 's3-public-rw-bucket'],
    },
    about: `A canned ACL that says public means it: everybody can list and read the bucket, with \`public-read-write\` also fill and empty it. \`authenticated-read\` means everybody with an AWS account, whoever they are.

Where \`acl\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody can list and read the bucket, with `public-read-write` also fill and empty it. `authenticated-read` means everybody with an AWS account, whoever they are.',
    remedy: 'Set it to `private` and serve public content through CloudFront.',
    resources: ['aws_s3_bucket', 'aws_s3_bucket_acl'],
    path: ['acl'],
    must: { notBe: ['public-read', 'public-read-write', 'website', 'authenticated-read'] },
    absent: 'safe',
    safe: '"private"',
    bad: [
      {
        text: `
resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"
  acl    = "public-read" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"
  acl    = "private"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"
  acl    = var.setting
}

resource "aws_s3_bucket" "other" {
  bucket = "orchard-harvest"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl'],
  },
  {
    type: 'attribute',
    id: 'digitalocean-spaces-public',
    title: 'Space is public by its ACL',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: { trivy: ['DIG-0006', 'AVD-DIG-0006'] },
    about: `Everybody can list and read the space.

Where \`acl\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody can list and read the space.',
    remedy: 'Set it to `private` and hand out signed addresses.',
    resources: ['digitalocean_spaces_bucket', 'digitalocean_spaces_bucket_object'],
    path: ['acl'],
    must: { notBe: ['public-read'] },
    absent: 'safe',
    safe: '"private"',
    bad: [
      {
        text: `
resource "digitalocean_spaces_bucket" "harvest" {
  name = "harvest"
  acl  = "public-read" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "digitalocean_spaces_bucket" "harvest" {
  name = "harvest"
  acl  = "private"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "digitalocean_spaces_bucket" "harvest" {
  name = "harvest"
  acl  = var.setting
}

resource "digitalocean_spaces_bucket" "other" {
  name = "harvest"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.digitalocean.com/products/spaces/how-to/set-file-permissions/'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-public-container',
    title: 'Blob container is public',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: {
      trivy: ['AZU-0007', 'AVD-AZU-0007'],
      checkov: ['CKV_AZURE_34'],
      kics: ['dd5230f8-a577-4bbb-b7ac-f2c2fe7d5299'],
      semgrep: ['azure-storage-blob-service-container-private-access'],
    },
    about: `Everybody can read what is in it without a key; with \`container\` everybody can list it as well.

Where \`container_access_type\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody can read what is in it without a key; with `container` everybody can list it as well.',
    remedy: 'Set it to `private` and hand out signed addresses.',
    resources: ['azurerm_storage_container'],
    path: ['container_access_type'],
    must: { notBe: ['blob', 'container'] },
    absent: 'safe',
    safe: '"private"',
    bad: [
      {
        text: `
resource "azurerm_storage_container" "harvest" {
  name                  = "harvest"
  container_access_type = "container" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_container" "harvest" {
  name                  = "harvest"
  container_access_type = "private"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_container" "harvest" {
  name                  = "harvest"
  container_access_type = var.setting
}

resource "azurerm_storage_container" "other" {
  name = "harvest"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-public-account',
    title: 'Storage account allows public containers',
    severity: 'medium',
    domain: 'security',
    aliases: { checkov: ['CKV_AZURE_59', 'CKV_AZURE_190'], kics: ['17f75827-0684-48f4-8747-61129c7e4198'] },
    about: `As long as the account allows it, any container in it can be opened to everybody by whoever may edit it. Only an explicit \`true\` is reported: that nobody thought of it is not a decision to open.

Where \`allow_nested_items_to_be_public\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Any container of the account can be opened to everybody by whoever may edit it.',
    remedy: 'Set it to `false`; public content belongs into an account of its own.',
    resources: ['azurerm_storage_account'],
    path: ['allow_nested_items_to_be_public'],
    orNamed: ['allow_blob_public_access'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                            = "orchard"
  account_tier                    = "Standard"
  allow_nested_items_to_be_public = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                            = "orchard"
  account_tier                    = "Standard"
  allow_nested_items_to_be_public = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account" "orchard" {
  name                            = "orchard"
  account_tier                    = "Standard"
  allow_nested_items_to_be_public = var.setting
}

resource "azurerm_storage_account" "other" {
  name         = "orchard"
  account_tier = "Standard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-default-allow',
    title: 'Storage account admits every network',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0012', 'AVD-AZU-0012'],
      checkov: ['CKV_AZURE_35'],
      kics: ['a5613650-32ec-4975-a305-31af783153ea'],
      semgrep: ['storage-default-action-deny'],
    },
    about: `Every network may try the keys of the account; a leaked key or signed address needs no way into your network.

Where \`network_rules.default_action\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every network may try the keys of the account; a leaked key or signed address needs no way into your network.',
    remedy: 'Set it to `Deny` and name the networks that need it.',
    resources: ['azurerm_storage_account'],
    path: ['network_rules', 'default_action'],
    must: { be: ['Deny'] },
    absent: 'safe',
    safe: '"Deny"',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  network_rules {
    ip_rules       = ["198.51.100.10"]
    default_action = "Allow" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  network_rules {
    ip_rules       = ["198.51.100.10"]
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

resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  network_rules {
    ip_rules       = ["198.51.100.10"]
    default_action = var.setting
  }
}

resource "azurerm_storage_account" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-rules-default-allow',
    title: 'Network rules admit every network',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0012', 'AVD-AZU-0012'],
      checkov: ['CKV_AZURE_35'],
      kics: ['a5613650-32ec-4975-a305-31af783153ea'],
      semgrep: ['storage-default-action-deny'],
    },
    about: `Every network may try the keys of the account; a leaked key or signed address needs no way into your network.

Where \`default_action\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every network may try the keys of the account; a leaked key or signed address needs no way into your network.',
    remedy: 'Set it to `Deny` and name the networks that need it.',
    resources: ['azurerm_storage_account_network_rules'],
    path: ['default_action'],
    must: { be: ['Deny'] },
    absent: 'safe',
    safe: '"Deny"',
    bad: [
      {
        text: `
resource "azurerm_storage_account_network_rules" "orchard" {
  ip_rules       = ["198.51.100.10"]
  default_action = "Allow" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account_network_rules" "orchard" {
  ip_rules       = ["198.51.100.10"]
  default_action = "Deny"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account_network_rules" "orchard" {
  ip_rules       = ["198.51.100.10"]
  default_action = var.setting
}

resource "azurerm_storage_account_network_rules" "other" {
  ip_rules = ["198.51.100.10"]
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-network-public',
    title: 'Storage account has no network rules',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { kics: ['a5613650-32ec-4975-a305-31af783153ea'], checkov: ['CKV_AZURE_59'] },
    about: `Every network may try the keys of the account; a leaked key or signed address needs no way into your network.

Where \`public_network_access_enabled\` is not set it counts as well: the provider takes \`true\`. An account with \`network_rules\`, in itself or beside it, is left alone.`,
    why: 'Every network may try the keys of the account; a leaked key or signed address needs no way into your network.',
    remedy: 'Add `network_rules` that deny by default, or set it to `false`.',
    resources: ['azurerm_storage_account'],
    path: ['public_network_access_enabled'],
    must: { be: [false] },
    absent: 'unsafe',
    unless: [{ path: ['network_rules'] }],
    unlessBeside: ['azurerm_storage_account_network_rules'],
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                          = "orchard"
  public_network_access_enabled = true ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_storage_account" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
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

resource "azurerm_storage_account" "orchard" {
  name                          = "orchard"
  public_network_access_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security'],
  },
  {
    type: 'attribute',
    id: 'gcp-storage-public',
    title: 'Bucket is public',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: {
      trivy: ['GCP-0001', 'AVD-GCP-0001'],
      checkov: ['CKV_GCP_28'],
      kics: ['a6cd52a1-3056-4910-96a5-894de9f3f3b3', 'c010082c-76e0-4b91-91d9-6e8439e455dd'],
      semgrep: ['gcp-storage-bucket-not-public-iam-member'],
    },
    about: `A grant to \`allUsers\` is a grant to the whole internet, one to \`allAuthenticatedUsers\` to everybody with a Google account, whoever they are.

Where \`member\` is not set the provider takes a safe value, and nothing is said.`,
    why: '`allUsers` is the whole internet, `allAuthenticatedUsers` everybody with a Google account, whoever they are.',
    remedy: 'Name the group or service account that needs it.',
    resources: ['google_storage_bucket_iam_member', 'google_storage_bucket_iam_binding'],
    path: ['member'],
    orNamed: ['members'],
    must: { notContain: ['allUsers', 'allAuthenticatedUsers'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_storage_bucket_iam_member" "harvest" {
  bucket = "orchard-harvest"
  role   = "roles/storage.objectViewer"
  member = "allUsers" ◀
}`,
      },
      {
        note: 'In a list:',
        text: `
resource "google_storage_bucket_iam_binding" "harvest" {
  bucket  = "orchard-harvest"
  role    = "roles/storage.objectViewer"
  members = ["group:harvest@example.com", "allAuthenticatedUsers"] ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_storage_bucket_iam_member" "harvest" {
  bucket = "orchard-harvest"
  role   = "roles/storage.objectViewer"
  member = "group:harvest@example.com"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_storage_bucket_iam_member" "harvest" {
  bucket = "orchard-harvest"
  role   = "roles/storage.objectViewer"
  member = var.setting
}

resource "google_storage_bucket_iam_member" "other" {
  bucket = "orchard-harvest"
  role   = "roles/storage.objectViewer"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/storage/docs/access-control/making-data-public'],
  },
  {
    type: 'attribute',
    id: 'gcp-storage-public-acl',
    title: 'Bucket is public by its ACL',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: {
      checkov: ['CKV_GCP_28'],
      kics: ['a6cd52a1-3056-4910-96a5-894de9f3f3b3', 'c010082c-76e0-4b91-91d9-6e8439e455dd'],
    },
    about: `\`allUsers\` is the whole internet, \`allAuthenticatedUsers\` everybody with a Google account, whoever they are.

Where \`entity\` is not set the provider takes a safe value, and nothing is said.`,
    why: '`allUsers` is the whole internet, `allAuthenticatedUsers` everybody with a Google account, whoever they are.',
    remedy: 'Name the group that needs it, or grant by IAM.',
    resources: [
      'google_storage_bucket_access_control',
      'google_storage_default_object_access_control',
      'google_storage_object_access_control',
    ],
    path: ['entity'],
    must: { notBe: ['allUsers', 'allAuthenticatedUsers'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_storage_bucket_access_control" "harvest" {
  bucket = "orchard-harvest"
  role   = "READER"
  entity = "allUsers" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_storage_bucket_access_control" "harvest" {
  bucket = "orchard-harvest"
  role   = "READER"
  entity = "group-harvest@example.com"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_storage_bucket_access_control" "harvest" {
  bucket = "orchard-harvest"
  role   = "READER"
  entity = var.setting
}

resource "google_storage_bucket_access_control" "other" {
  bucket = "orchard-harvest"
  role   = "READER"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/storage/docs/access-control/lists'],
  },
  {
    type: 'attribute',
    id: 'gcp-kms-public',
    title: 'KMS key is public',
    severity: 'critical',
    domain: 'security',
    aliases: { checkov: ['CKV_GCP_112', 'CKV2_GCP_6'], kics: ['16cc87d1-dd47-4f46-b3ce-4dfcac8fd2f5'] },
    about: `\`allUsers\` is the whole internet, \`allAuthenticatedUsers\` everybody with a Google account, whoever they are. What the key protects is open to them.

Where \`member\` is not set the provider takes a safe value, and nothing is said.`,
    why: '`allUsers` is the whole internet, `allAuthenticatedUsers` everybody with a Google account, whoever they are. What the key protects is open to them.',
    remedy: 'Name the service account that needs it.',
    resources: [
      'google_kms_crypto_key_iam_member',
      'google_kms_crypto_key_iam_binding',
      'google_kms_key_ring_iam_member',
      'google_kms_key_ring_iam_binding',
    ],
    path: ['member'],
    orNamed: ['members'],
    must: { notContain: ['allUsers', 'allAuthenticatedUsers'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_kms_crypto_key_iam_member" "seed" {
  crypto_key_id = "seed"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "allUsers" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_kms_crypto_key_iam_member" "seed" {
  crypto_key_id = "seed"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "serviceAccount:press@orchard.iam.gserviceaccount.com"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_kms_crypto_key_iam_member" "seed" {
  crypto_key_id = "seed"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = var.setting
}

resource "google_kms_crypto_key_iam_member" "other" {
  crypto_key_id = "seed"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kms/docs/iam'],
  },
  {
    type: 'attribute',
    id: 'gcp-iam-public',
    title: 'Data or access is granted to everybody',
    severity: 'critical',
    domain: 'security',
    aliases: { checkov: ['CKV_GCP_99', 'CKV_GCP_100', 'CKV_GCP_101'] },
    about: `A grant to \`allUsers\` is a grant to the whole internet, one to \`allAuthenticatedUsers\` to everybody with a Google account, whoever they are. Services that are meant to be called by everybody (Cloud Run, Cloud Functions) are not reported.

Where \`member\` is not set the provider takes a safe value, and nothing is said.`,
    why: '`allUsers` is the whole internet, `allAuthenticatedUsers` everybody with a Google account, whoever they are.',
    remedy: 'Name the group or service account that needs it.',
    resources: [
      'google_project_iam_member',
      'google_project_iam_binding',
      'google_folder_iam_member',
      'google_folder_iam_binding',
      'google_organization_iam_member',
      'google_organization_iam_binding',
      'google_bigquery_dataset_iam_member',
      'google_bigquery_dataset_iam_binding',
      'google_bigquery_table_iam_member',
      'google_bigquery_table_iam_binding',
      'google_pubsub_topic_iam_member',
      'google_pubsub_topic_iam_binding',
      'google_pubsub_subscription_iam_member',
      'google_pubsub_subscription_iam_binding',
      'google_secret_manager_secret_iam_member',
      'google_secret_manager_secret_iam_binding',
      'google_artifact_registry_repository_iam_member',
      'google_artifact_registry_repository_iam_binding',
      'google_service_account_iam_member',
      'google_service_account_iam_binding',
      'google_spanner_database_iam_member',
      'google_spanner_database_iam_binding',
      'google_spanner_instance_iam_member',
      'google_spanner_instance_iam_binding',
      'google_bigtable_instance_iam_member',
      'google_bigtable_instance_iam_binding',
      'google_compute_instance_iam_member',
      'google_compute_instance_iam_binding',
      'google_compute_image_iam_member',
      'google_compute_image_iam_binding',
      'google_compute_disk_iam_member',
      'google_compute_disk_iam_binding',
      'google_dataproc_cluster_iam_member',
      'google_dataproc_cluster_iam_binding',
      'google_notebooks_instance_iam_member',
      'google_notebooks_instance_iam_binding',
      'google_healthcare_dataset_iam_member',
      'google_healthcare_dataset_iam_binding',
      'google_data_catalog_entry_group_iam_member',
      'google_data_catalog_entry_group_iam_binding',
      'google_sourcerepo_repository_iam_member',
      'google_sourcerepo_repository_iam_binding',
      'google_gke_hub_membership_iam_member',
      'google_gke_hub_membership_iam_binding',
      'google_vertex_ai_endpoint_iam_member',
      'google_vertex_ai_endpoint_iam_binding',
    ],
    path: ['member'],
    orNamed: ['members'],
    must: { notContain: ['allUsers', 'allAuthenticatedUsers'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_project_iam_member" "growers" {
  project = "orchard"
  role    = "roles/viewer"
  member  = "allAuthenticatedUsers" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_project_iam_member" "growers" {
  project = "orchard"
  role    = "roles/viewer"
  member  = "group:growers@example.com"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_project_iam_member" "growers" {
  project = "orchard"
  role    = "roles/viewer"
  member  = var.setting
}

resource "google_project_iam_member" "other" {
  project = "orchard"
  role    = "roles/viewer"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/iam/docs/principals-overview'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-trusted-services-shut-out',
    title: 'Trusted services are shut out',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0010', 'AVD-AZU-0010'],
      checkov: ['CKV_AZURE_36'],
      kics: ['5400f379-a347-4bdd-a032-446465fdcc6f'],
      semgrep: ['storage-allow-microsoft-service-bypass'],
    },
    about: `Backups, logs and events of Azure itself no longer reach the account.

Where \`network_rules.bypass\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Backups, logs and events of Azure itself no longer reach the account.',
    remedy: 'Add `AzureServices`.',
    resources: ['azurerm_storage_account'],
    path: ['network_rules', 'bypass'],
    must: { contain: ['AzureServices'] },
    absent: 'safe',
    safe: '["AzureServices"]',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  network_rules {
    default_action = "Deny"
    bypass         = ["None"] ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  network_rules {
    default_action = "Deny"
    bypass         = var.setting
  }
}

resource "azurerm_storage_account" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security-trusted-azure-services',
    ],
  },
  {
    type: 'attribute',
    id: 'azure-storage-rules-trusted-services-shut-out',
    title: 'Network rules shut trusted services out',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0010', 'AVD-AZU-0010'],
      checkov: ['CKV_AZURE_36'],
      kics: ['5400f379-a347-4bdd-a032-446465fdcc6f'],
      semgrep: ['storage-allow-microsoft-service-bypass'],
    },
    about: `Backups, logs and events of Azure itself no longer reach the account.

Where \`bypass\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Backups, logs and events of Azure itself no longer reach the account.',
    remedy: 'Add `AzureServices`.',
    resources: ['azurerm_storage_account_network_rules'],
    path: ['bypass'],
    must: { contain: ['AzureServices'] },
    absent: 'safe',
    safe: '["AzureServices"]',
    bad: [
      {
        text: `
resource "azurerm_storage_account_network_rules" "orchard" {
  default_action = "Deny"
  bypass         = ["None"] ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account_network_rules" "orchard" {
  default_action = "Deny"
  bypass         = ["AzureServices"]
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account_network_rules" "orchard" {
  default_action = "Deny"
  bypass         = var.setting
}

resource "azurerm_storage_account_network_rules" "other" {
  default_action = "Deny"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security-trusted-azure-services',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-s3-no-mfa-delete',
    title: 'Versions can be deleted without a second factor',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0170', 'AVD-AWS-0170'], kics: ['c5b31ab9-0f26-4a49-b8aa-4cc064392f4d'] },
    about: `A stolen key deletes all versions for good.

Where its block is there and \`mfa_delete\` is not set it counts as well: AWS takes \`Disabled\`.`,
    why: 'A stolen key deletes all versions for good.',
    remedy: 'Set it to `Enabled`; only the root user can.',
    resources: ['aws_s3_bucket_versioning'],
    path: ['versioning_configuration', 'mfa_delete'],
    orNamed: ['mfa'],
    must: { be: ['Enabled'] },
    absent: 'unsafe-in-block',
    bad: [
      {
        text: `
resource "aws_s3_bucket_versioning" "harvest" {
  bucket = "orchard-harvest"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Disabled" ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_s3_bucket_versioning" "harvest" {
  bucket = "orchard-harvest"

  versioning_configuration { ◀
    status = "Enabled"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_s3_bucket_versioning" "harvest" {
  bucket = "orchard-harvest"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_s3_bucket_versioning" "harvest" {
  bucket = "orchard-harvest"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
  },
  {
    type: 'attribute',
    id: 'aws-s3-no-mfa-delete-inline',
    title: 'Versions can be deleted without a second factor (older form)',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0170', 'AVD-AWS-0170'], kics: ['c5b31ab9-0f26-4a49-b8aa-4cc064392f4d'] },
    about: `A stolen key deletes all versions for good.

Where its block is there and \`mfa_delete\` is not set it counts as well: AWS takes \`false\`.`,
    why: 'A stolen key deletes all versions for good.',
    remedy: 'Set it to `true`; only the root user can.',
    resources: ['aws_s3_bucket'],
    path: ['versioning', 'mfa_delete'],
    must: { be: [true] },
    absent: 'unsafe-in-block',
    bad: [
      {
        text: `
resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"

  versioning {
    enabled    = true
    mfa_delete = false ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"

  versioning { ◀
    enabled = true
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"

  versioning {
    enabled    = true
    mfa_delete = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"

  versioning {
    enabled    = true
    mfa_delete = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
  },
];
