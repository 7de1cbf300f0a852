import type { Row } from '../row.ts';

/** Virtual machines: credentials that leak from them, and what they boot. */
export const instanceMetadata: readonly Row[] = [
  {
    type: 'attribute',
    id: 'aws-imdsv1-allowed',
    title: 'Instance metadata needs no token',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0028', 'AWS-0130', 'AVD-AWS-0028', 'AVD-AWS-0130'],
      checkov: ['CKV_AWS_79'],
      semgrep: ['ec2-imdsv1-optional', 'aws-ec2-launch-template-metadata-service-v1-enabled'],
    },
    about: `With IMDSv1 a single request forged through a web application hands out the credentials of the instance.

Where \`metadata_options.http_tokens\` is not set it counts as well: the image or the account then decides, and older ones allow version 1. Instances whose metadata service is off are left alone. So are instances that take it from a launch template, and modules that set the default of the account.`,
    why: 'With IMDSv1 a single request forged through a web application hands out the credentials of the instance.',
    remedy: 'Set `http_tokens = "required"`.',
    resources: ['aws_instance', 'aws_launch_template', 'aws_launch_configuration'],
    path: ['metadata_options', 'http_tokens'],
    must: { be: ['required'] },
    absent: 'unsafe',
    absentSeverity: 'medium',
    absentConfidence: 'likely',
    unlessBeside: ['aws_ec2_instance_metadata_defaults'],
    unless: [{ path: ['launch_template'] }, { path: ['metadata_options', 'http_endpoint'], oneOf: ['disabled'] }],
    safe: '"required"',
    bad: [
      {
        text: `
resource "aws_instance" "press" {
  ami = "ami-12345678"

  metadata_options {
    http_tokens = "optional" ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_instance" "press" { ◀
  ami = "ami-12345678"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_instance" "press" {
  ami = "ami-12345678"

  metadata_options {
    http_tokens = "required"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_instance" "press" {
  ami = "ami-12345678"

  metadata_options {
    http_tokens = var.setting
  }
}`,
      },
      {
        note: 'The template decides:',
        text: `
resource "aws_launch_template" "press" {
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "press" {
  launch_template {
    id = aws_launch_template.press.id
  }
}`,
      },
      {
        note: 'The account decides:',
        text: `
resource "aws_ec2_instance_metadata_defaults" "here" {
  http_tokens = "required"
}

resource "aws_instance" "press" {
  ami = "ami-12345678"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
  },
  {
    type: 'attribute',
    id: 'aws-instance-public-ip',
    title: 'Instance has a public address',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0009', 'AVD-AWS-0009'], checkov: ['CKV_AWS_88'], semgrep: ['aws-ec2-has-public-ip'] },
    about: `The instance can be reached from the internet as far as its security groups let it.

Where \`associate_public_ip_address\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The instance can be reached from the internet as far as its security groups let it.',
    remedy: 'Set it to `false`, and put a load balancer in front.',
    resources: ['aws_instance', 'aws_launch_configuration'],
    path: ['associate_public_ip_address'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_instance" "press" {
  ami                         = "ami-12345678"
  associate_public_ip_address = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_instance" "press" {
  ami                         = "ami-12345678"
  associate_public_ip_address = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_instance" "press" {
  ami                         = "ami-12345678"
  associate_public_ip_address = var.setting
}

resource "aws_instance" "other" {
  ami = "ami-12345678"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html'],
  },
  {
    type: 'attribute',
    id: 'azure-vm-password-login',
    title: 'Virtual machine accepts passwords',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0039', 'AVD-AZU-0039'],
      checkov: ['CKV_AZURE_1', 'CKV_AZURE_149', 'CKV_AZURE_178'],
      kics: ['dafe30ec-325d-4516-85d1-e8e6776f012c'],
    },
    about: `Passwords are guessed; every open SSH port sees thousands of attempts a day.

Where \`disable_password_authentication\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Passwords are guessed; every open SSH port sees thousands of attempts a day.',
    remedy: 'Delete the line, and add an `admin_ssh_key`.',
    resources: ['azurerm_linux_virtual_machine', 'azurerm_linux_virtual_machine_scale_set'],
    path: ['disable_password_authentication'],
    orPaths: [['os_profile_linux_config', 'disable_password_authentication']],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_linux_virtual_machine" "press" {
  name                            = "press"
  disable_password_authentication = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_linux_virtual_machine" "press" {
  name                            = "press"
  disable_password_authentication = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_linux_virtual_machine" "press" {
  name                            = "press"
  disable_password_authentication = var.setting
}

resource "azurerm_linux_virtual_machine" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/virtual-machines/linux-vm-connect'],
  },
  {
    type: 'attribute',
    id: 'azure-vm-legacy-password-login',
    title: 'Virtual machine accepts passwords (older type)',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0039', 'AVD-AZU-0039'],
      checkov: ['CKV_AZURE_1', 'CKV_AZURE_49'],
      kics: ['dafe30ec-325d-4516-85d1-e8e6776f012c'],
    },
    about: `Passwords are guessed; every open SSH port sees thousands of attempts a day.

Where \`os_profile_linux_config.disable_password_authentication\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Passwords are guessed; every open SSH port sees thousands of attempts a day.',
    remedy: 'Set it to `true`, and add `ssh_keys`.',
    resources: ['azurerm_virtual_machine', 'azurerm_virtual_machine_scale_set'],
    path: ['os_profile_linux_config', 'disable_password_authentication'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_virtual_machine" "press" {
  name = "press"

  os_profile_linux_config {
    disable_password_authentication = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_virtual_machine" "press" {
  name = "press"

  os_profile_linux_config {
    disable_password_authentication = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_virtual_machine" "press" {
  name = "press"

  os_profile_linux_config {
    disable_password_authentication = var.setting
  }
}

resource "azurerm_virtual_machine" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/virtual-machines/linux-vm-connect'],
  },
  {
    type: 'attribute',
    id: 'gcp-vm-secure-boot-off',
    title: 'Secure boot is switched off',
    severity: 'low',
    domain: 'security',
    aliases: { trivy: ['GCP-0067', 'AVD-GCP-0067'], checkov: ['CKV_GCP_39'] },
    about: `The machine boots whatever stands in its boot sector, a rootkit too.

Where \`shielded_instance_config.enable_secure_boot\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The machine boots whatever stands in its boot sector, a rootkit too.',
    remedy: 'Set it to `true`.',
    resources: ['google_compute_instance', 'google_compute_instance_template'],
    path: ['shielded_instance_config', 'enable_secure_boot'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_secure_boot = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_secure_boot = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_secure_boot = var.setting
  }
}

resource "google_compute_instance" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  },
  {
    type: 'attribute',
    id: 'gcp-vm-vtpm-off',
    title: 'Virtual TPM is switched off',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['GCP-0041', 'AVD-GCP-0041'], checkov: ['CKV_GCP_39'] },
    about: `Nothing measures what the machine boots, so nobody can tell that it was changed.

Where \`shielded_instance_config.enable_vtpm\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Nothing measures what the machine boots, so nobody can tell that it was changed.',
    remedy: 'Set it to `true`.',
    resources: ['google_compute_instance', 'google_compute_instance_template'],
    path: ['shielded_instance_config', 'enable_vtpm'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_vtpm = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_vtpm = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_vtpm = var.setting
  }
}

resource "google_compute_instance" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  },
  {
    type: 'attribute',
    id: 'gcp-vm-integrity-monitoring-off',
    title: 'Integrity monitoring is switched off',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['GCP-0045', 'AVD-GCP-0045'], checkov: ['CKV_GCP_39'] },
    about: `Nobody learns that the machine booted something else than yesterday.

Where \`shielded_instance_config.enable_integrity_monitoring\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Nobody learns that the machine booted something else than yesterday.',
    remedy: 'Set it to `true`.',
    resources: ['google_compute_instance', 'google_compute_instance_template'],
    path: ['shielded_instance_config', 'enable_integrity_monitoring'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_integrity_monitoring = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_integrity_monitoring = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_instance" "press" {
  name = "press"

  shielded_instance_config {
    enable_integrity_monitoring = var.setting
  }
}

resource "google_compute_instance" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  },
  {
    type: 'attribute',
    id: 'gcp-vm-ip-forwarding',
    title: 'Instance forwards packets',
    severity: 'low',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0043', 'AVD-GCP-0043'],
      checkov: ['CKV_GCP_36'],
      kics: ['f34c0c25-47b4-41eb-9c79-249b4dd47b89'],
      semgrep: ['gcp-compute-ip-forward'],
    },
    about: `Whoever takes over the instance can pose as any other address of the network.

Where \`can_ip_forward\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever takes over the instance can pose as any other address of the network.',
    remedy: 'Delete the line, unless it is a router or a VPN gateway.',
    resources: ['google_compute_instance', 'google_compute_instance_template'],
    path: ['can_ip_forward'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "google_compute_instance" "press" {
  name           = "press"
  can_ip_forward = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_instance" "press" {
  name           = "press"
  can_ip_forward = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_instance" "press" {
  name           = "press"
  can_ip_forward = var.setting
}

resource "google_compute_instance" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'For a router, a NAT instance or a VPN gateway.',
    references: ['https://cloud.google.com/vpc/docs/using-routes'],
  },
  {
    type: 'attribute',
    id: 'gcp-os-login-missing',
    title: 'Project does not switch OS Login on',
    severity: 'low',
    domain: 'security',
    confidence: 'likely',
    strictness: 'pedantic',
    aliases: {
      trivy: ['GCP-0042', 'AVD-GCP-0042'],
      checkov: ['CKV_GCP_33'],
      kics: ['32ecd6eb-0711-421f-9627-1a28d9eff217'],
    },
    about: `This resource holds all metadata of the project. Without \`enable-oslogin\` in it, keys in the metadata let people in unless a
policy of the organisation says otherwise.`,
    why: 'Keys in the metadata let people in, and stay there when they leave.',
    remedy: 'Set it to `TRUE`.',
    resources: ['google_compute_project_metadata'],
    path: ['metadata', 'enable-oslogin'],
    must: { beSet: true },
    absent: 'unsafe-in-block',
    unlessBeside: ['google_compute_project_metadata_item'],
    bad: [
      {
        text: `
resource "google_compute_project_metadata" "orchard" {
  metadata = { ◀
    season = "autumn"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_project_metadata" "orchard" {
  metadata = {
    season         = "autumn"
    enable-oslogin = "TRUE"
  }
}`,
      },
      {
        note: 'Other metadata is set beside it:',
        text: `
resource "google_compute_project_metadata" "orchard" {
  metadata = {
    season = "autumn"
  }
}

resource "google_compute_project_metadata_item" "login" {
  key   = "enable-oslogin"
  value = "TRUE"
}`,
      },
    ],
    whenNot: 'Where a policy of the organisation requires OS Login.',
    references: ['https://cloud.google.com/compute/docs/oslogin'],
  },
  {
    type: 'attribute',
    id: 'gcp-os-login-off',
    title: 'OS Login is switched off',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0036', 'GCP-0042', 'AVD-GCP-0036', 'AVD-GCP-0042'],
      checkov: ['CKV_GCP_33', 'CKV_GCP_34'],
      kics: ['32ecd6eb-0711-421f-9627-1a28d9eff217'],
    },
    about: `Keys in the metadata let people in, and stay there when they leave.

Where \`metadata.enable-oslogin\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Keys in the metadata let people in, and stay there when they leave.',
    remedy: 'Set it to `TRUE`, or delete the line.',
    resources: ['google_compute_project_metadata', 'google_compute_instance', 'google_compute_instance_template'],
    path: ['metadata', 'enable-oslogin'],
    must: { notBe: [false] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_compute_project_metadata" "press" {
  metadata {
    enable-oslogin = "FALSE" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_project_metadata" "press" {
  metadata {
    enable-oslogin = "TRUE"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_project_metadata" "press" {
  metadata {
    enable-oslogin = var.setting
  }
}

resource "google_compute_project_metadata" "other" {
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/docs/oslogin'],
  },
  {
    type: 'attribute',
    id: 'gcp-serial-port-open',
    title: 'Serial port can be reached',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['GCP-0032', 'AVD-GCP-0032'], checkov: ['CKV_GCP_35'] },
    about: `The console of the machine can be reached from every address, past the firewall.

Where \`metadata.serial-port-enable\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The console of the machine can be reached from every address, past the firewall.',
    remedy: 'Delete the line.',
    resources: ['google_compute_instance', 'google_compute_instance_template', 'google_compute_project_metadata'],
    path: ['metadata', 'serial-port-enable'],
    must: { notBe: [true, '1'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_compute_instance" "press" {
  metadata {
    serial-port-enable = "TRUE" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_instance" "press" {
  metadata {
    serial-port-enable = "FALSE"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_instance" "press" {
  metadata {
    serial-port-enable = var.setting
  }
}

resource "google_compute_instance" "other" {
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console'],
  },
  {
    type: 'presence',
    id: 'gcp-vm-public-ip',
    title: 'Instance has a public address',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['GCP-0031', 'AVD-GCP-0031'], checkov: ['CKV_GCP_40'], semgrep: ['gcp-compute-public-ip'] },
    about: `The instance can be reached from the internet as far as the firewall lets it.`,
    why: 'The instance can be reached from the internet as far as the firewall lets it.',
    remedy: 'Delete the block; let it out by Cloud NAT and people in by the identity-aware proxy.',
    resources: ['google_compute_instance', 'google_compute_instance_template'],
    path: ['network_interface', 'access_config'],
    bad: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  network_interface {
    network = "default"

    access_config { ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  network_interface {
    network = "default"
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/docs/ip-addresses'],
  },
  {
    type: 'attribute',
    id: 'gcp-default-service-account',
    title: 'Machine runs as the default service account',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['GCP-0044', 'AVD-GCP-0044'], checkov: ['CKV_GCP_30'] },
    about: `The default account is often an editor of the whole project, and all machines share it.

Where \`service_account.email\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The default account is often an editor of the whole project, and all machines share it.',
    remedy: 'Make a service account with the roles that this machine needs.',
    resources: ['google_compute_instance', 'google_compute_instance_template'],
    path: ['service_account', 'email'],
    must: { notMatch: '-compute@developer\\.gserviceaccount\\.com$' },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  service_account {
    scopes = ["cloud-platform"]
    email  = "123456789012-compute@developer.gserviceaccount.com" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_instance" "press" {
  name = "press"

  service_account {
    scopes = ["cloud-platform"]
    email  = "press@orchard.iam.gserviceaccount.com"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_instance" "press" {
  name = "press"

  service_account {
    scopes = ["cloud-platform"]
    email  = var.setting
  }
}

resource "google_compute_instance" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/docs/access/service-accounts'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-default-service-account',
    title: 'Nodes run as the default service account',
    severity: 'low',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0050', 'AVD-GCP-0050'],
      checkov: ['CKV_GCP_200'],
      kics: ['1c8eef02-17b1-4a3e-b01d-dcc3292d2c38'],
    },
    about: `The default account is often an editor of the whole project, and every pod that reaches the metadata of its node is one too.

Where its block is there and \`service_account\` is not set it counts as well: the default account is taken. A default pool that is removed at once, and the nodes of Autopilot, are left alone.`,
    why: 'The default account is often an editor of the whole project, and every pod that reaches the metadata of its node is one too.',
    remedy: 'Make a service account with the role `roles/container.defaultNodeServiceAccount`.',
    resources: ['google_container_node_pool', 'google_container_cluster'],
    path: ['node_config', 'service_account'],
    orPaths: [['cluster_autoscaling', 'auto_provisioning_defaults', 'service_account']],
    must: { notMatch: '^default$|-compute@developer\\.gserviceaccount\\.com$' },
    absent: 'unsafe-in-block',
    unless: [
      { path: ['remove_default_node_pool'], oneOf: [true] },
      { path: ['enable_autopilot'], oneOf: [true] },
    ],
    bad: [
      {
        text: `
resource "google_container_node_pool" "pool" {
  name = "pool"

  node_config {
    machine_type    = "e2-medium"
    service_account = "default" ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "google_container_node_pool" "pool" {
  name = "pool"

  node_config { ◀
    machine_type = "e2-medium"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_node_pool" "pool" {
  name = "pool"

  node_config {
    machine_type    = "e2-medium"
    service_account = "press@orchard.iam.gserviceaccount.com"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_node_pool" "pool" {
  name = "pool"

  node_config {
    machine_type    = "e2-medium"
    service_account = var.setting
  }
}`,
      },
      {
        note: 'The first pool is removed as soon as it is there:',
        text: `
resource "google_container_cluster" "orchard" {
  name                     = "orchard"
  remove_default_node_pool = true
  initial_node_count       = 1

  node_config {
    machine_type = "e2-small"
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster'],
  },
  {
    type: 'attribute',
    id: 'aws-sagemaker-internet',
    title: 'Notebook has its own way into the internet',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_122'] },
    about: `Whatever runs in a notebook can carry data out past every rule of your network.

Where \`direct_internet_access\` is not set it counts as well: AWS takes \`Enabled\`.`,
    why: 'Whatever runs in a notebook can carry data out past every rule of your network.',
    remedy: 'Set it to `Disabled`, and let it out by your network.',
    resources: ['aws_sagemaker_notebook_instance'],
    path: ['direct_internet_access'],
    must: { be: ['Disabled'] },
    absent: 'unsafe',
    safe: '"Disabled"',
    bad: [
      {
        text: `
resource "aws_sagemaker_notebook_instance" "study" {
  name                   = "study"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Enabled" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_sagemaker_notebook_instance" "study" { ◀
  name          = "study"
  instance_type = "ml.t3.medium"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_sagemaker_notebook_instance" "study" {
  name                   = "study"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Disabled"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_sagemaker_notebook_instance" "study" {
  name                   = "study"
  instance_type          = "ml.t3.medium"
  direct_internet_access = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html'],
  },
  {
    type: 'attribute',
    id: 'aws-sagemaker-notebook-default-key',
    title: 'Notebook volume has no key of yours',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_22'], kics: ['f3674e0c-f6be-43fa-b71c-bf346d1aed99'] },
    about: `No policy of yours guards the data on the volume, and no log shows who read it.

Where \`kms_key_id\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'No policy of yours guards the data on the volume, and no log shows who read it.',
    remedy: 'Name a key.',
    resources: ['aws_sagemaker_notebook_instance'],
    path: ['kms_key_id'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_sagemaker_notebook_instance" "study" {
  name       = "study"
  kms_key_id = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_sagemaker_notebook_instance" "study" { ◀
  name = "study"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_sagemaker_notebook_instance" "study" {
  name       = "study"
  kms_key_id = "alias/study"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_sagemaker_notebook_instance" "study" {
  name       = "study"
  kms_key_id = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-nbi.html'],
  },
];
