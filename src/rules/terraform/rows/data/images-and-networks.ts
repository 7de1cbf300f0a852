import type { Row } from '../row.ts';

/** Registries, networks and what is left of old services. */
export const imagesAndNetworks: readonly Row[] = [
  {
    type: 'attribute',
    id: 'aws-ecr-mutable-tags',
    title: 'Image tags can be overwritten',
    severity: 'low',
    domain: 'supply-chain',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0031', 'AVD-AWS-0031'],
      checkov: ['CKV_AWS_51'],
      kics: ['d1846b12-20c5-4d45-8798-fc35b79268eb'],
      semgrep: ['aws-ecr-mutable-image-tags'],
    },
    about: `The image that was tested is not the one that runs when somebody pushes the tag again.

Where \`image_tag_mutability\` is not set it counts as well: the provider takes \`MUTABLE\`.`,
    why: 'The image that was tested is not the one that runs when somebody pushes the tag again.',
    remedy: 'Set it to `IMMUTABLE`, and tag by commit.',
    resources: ['aws_ecr_repository'],
    path: ['image_tag_mutability'],
    must: { be: ['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'] },
    absent: 'unsafe',
    safe: '"IMMUTABLE"',
    bad: [
      {
        text: `
resource "aws_ecr_repository" "press" {
  name                 = "press"
  image_tag_mutability = "MUTABLE" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_ecr_repository" "press" { ◀
  name = "press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ecr_repository" "press" {
  name                 = "press"
  image_tag_mutability = "IMMUTABLE"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ecr_repository" "press" {
  name                 = "press"
  image_tag_mutability = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html'],
  },
  {
    type: 'attribute',
    id: 'aws-ecr-no-scan',
    title: 'Images are not scanned',
    severity: 'low',
    domain: 'supply-chain',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0030', 'AVD-AWS-0030'],
      checkov: ['CKV_AWS_163'],
      kics: ['9630336b-3fed-4096-8173-b9afdfe346a7'],
      semgrep: ['ecr-image-scan-on-push'],
    },
    about: `Nobody learns that an image has a known hole.

Where \`image_scanning_configuration.scan_on_push\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Nobody learns that an image has a known hole.',
    remedy: 'Set it to `true`, unless the registry scans them all.',
    resources: ['aws_ecr_repository'],
    path: ['image_scanning_configuration', 'scan_on_push'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_ecr_repository" "press" {
  name = "press"

  image_scanning_configuration {
    scan_on_push = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_ecr_repository" "press" { ◀
  name = "press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ecr_repository" "press" {
  name = "press"

  image_scanning_configuration {
    scan_on_push = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ecr_repository" "press" {
  name = "press"

  image_scanning_configuration {
    scan_on_push = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
  },
  {
    type: 'attribute',
    id: 'azure-registry-admin',
    title: 'Registry has an admin account',
    severity: 'medium',
    domain: 'security',
    aliases: { checkov: ['CKV_AZURE_137'], kics: ['b897dfbf-322c-45a8-b67c-1e698beeaa51'] },
    about: `One password for everybody who pulls and pushes: nobody can tell who did, and it never expires.

Where \`admin_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'One password for everybody who pulls and pushes: nobody can tell who did, and it never expires.',
    remedy: 'Set it to `false`, and let identities pull.',
    resources: ['azurerm_container_registry'],
    path: ['admin_enabled'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_container_registry" "press" {
  name          = "press"
  admin_enabled = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_container_registry" "press" {
  name          = "press"
  admin_enabled = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_container_registry" "press" {
  name          = "press"
  admin_enabled = var.setting
}

resource "azurerm_container_registry" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication'],
  },
  {
    type: 'attribute',
    id: 'azure-registry-anonymous-pull',
    title: 'Registry can be read by everybody',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: { checkov: ['CKV_AZURE_138'] },
    about: `Everybody can pull all images, and read what is baked into them.

Where \`anonymous_pull_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody can pull all images, and read what is baked into them.',
    remedy: 'Set it to `false`.',
    resources: ['azurerm_container_registry'],
    path: ['anonymous_pull_enabled'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_container_registry" "press" {
  name                   = "press"
  anonymous_pull_enabled = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_container_registry" "press" {
  name                   = "press"
  anonymous_pull_enabled = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_container_registry" "press" {
  name                   = "press"
  anonymous_pull_enabled = var.setting
}

resource "azurerm_container_registry" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/container-registry/anonymous-pull-access'],
  },
  {
    type: 'attribute',
    id: 'azure-data-factory-public',
    title: 'Data factory accepts public connections',
    severity: 'medium',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0035', 'AVD-AZU-0035'],
      checkov: ['CKV_AZURE_104'],
      semgrep: ['azure-datafactory-no-public-network-access'],
    },
    about: `The studio and the service can be reached from anywhere; a stolen token is enough.

Where \`public_network_enabled\` is not set it counts as well: the provider takes \`true\`.`,
    why: 'The studio and the service can be reached from anywhere; a stolen token is enough.',
    remedy: 'Set it to `false`, and use a private endpoint.',
    resources: ['azurerm_data_factory'],
    path: ['public_network_enabled'],
    must: { be: [false] },
    absent: 'unsafe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_data_factory" "press" {
  name                   = "press"
  public_network_enabled = true ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_data_factory" "press" { ◀
  name = "press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_data_factory" "press" {
  name                   = "press"
  public_network_enabled = false
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_data_factory" "press" {
  name                   = "press"
  public_network_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/data-factory/data-factory-private-link'],
  },
  {
    type: 'attribute',
    id: 'azure-nic-ip-forwarding',
    title: 'Network interface forwards packets',
    severity: 'low',
    domain: 'security',
    aliases: { trivy: ['AZU-0075', 'AVD-AZU-0075'], checkov: ['CKV_AZURE_118'] },
    about: `Whoever takes over the machine can pose as any other address of the network.

Where \`ip_forwarding_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever takes over the machine can pose as any other address of the network.',
    remedy: 'Delete the line, unless it is a router.',
    resources: ['azurerm_network_interface'],
    path: ['ip_forwarding_enabled'],
    orNamed: ['enable_ip_forwarding'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_network_interface" "press" {
  name                  = "press"
  ip_forwarding_enabled = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_network_interface" "press" {
  name                  = "press"
  ip_forwarding_enabled = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_network_interface" "press" {
  name                  = "press"
  ip_forwarding_enabled = var.setting
}

resource "azurerm_network_interface" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'For a network appliance.',
    references: ['https://learn.microsoft.com/en-us/azure/virtual-network/virtual-network-network-interface'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-no-authentication',
    title: 'App has no built-in authentication',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0003', 'AVD-AZU-0003'],
      checkov: ['CKV_AZURE_13', 'CKV_AZURE_56'],
      kics: ['c7fc1481-2899-4490-bbd8-544a3a61a2f3', 'e65a0733-94a0-4826-82f4-df529f4c593f'],
    },
    about: `Whoever reaches the app reaches all of it, unless the app itself asks who they are.

Where \`auth_settings.enabled\` is not set it counts as well: nobody is asked.`,
    why: 'Whoever reaches the app reaches all of it, unless the app itself asks who they are.',
    remedy: 'Switch it on where the app does not ask.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
    ],
    path: ['auth_settings', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [{ path: ['auth_settings_v2'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  auth_settings {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_linux_web_app" "shop" { ◀
  name = "shop"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  auth_settings {
    enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  auth_settings {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/overview-authentication-authorization'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-http1',
    title: 'App does not speak HTTP/2',
    severity: 'low',
    domain: 'performance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0005', 'AVD-AZU-0005'],
      checkov: ['CKV_AZURE_18'],
      kics: ['525b53be-62ed-4244-b4df-41aecfcb4071', 'ace823d1-4432-4dee-945b-cdf11a5a6bd0'],
    },
    about: `Pages load more slowly than they could.

Where \`site_config.http2_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Pages load more slowly than they could.',
    remedy: 'Set it to `true`.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
    ],
    path: ['site_config', 'http2_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    http2_enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_linux_web_app" "shop" { ◀
  name = "shop"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    http2_enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    http2_enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/configure-common'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-no-identity',
    title: 'App has no managed identity',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0002', 'AVD-AZU-0002'],
      checkov: ['CKV_AZURE_16', 'CKV_AZURE_71'],
      kics: ['b61cce4b-0cc4-472b-8096-15617a6d769b', 'c87749b3-ff10-41f5-9df2-c421e8151759'],
    },
    about: `Without one it needs passwords to reach databases and vaults.

Where \`identity.type\` is not set it counts as well: it has none.`,
    why: 'Without one it needs passwords to reach databases and vaults.',
    remedy: 'Give it one.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
    ],
    path: ['identity', 'type'],
    must: { beSet: true },
    absent: 'unsafe',
    safe: '"SystemAssigned"',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  identity {
    type = "" ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_linux_web_app" "shop" { ◀
  name = "shop"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  identity {
    type = "SystemAssigned"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  identity {
    type = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/overview-managed-identity'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-debugging',
    title: 'App can be debugged from afar',
    severity: 'medium',
    domain: 'security',
    aliases: { checkov: ['CKV_AZURE_72'] },
    about: `A debugger stops the app, reads its memory and runs code in it.

Where \`site_config.remote_debugging_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A debugger stops the app, reads its memory and runs code in it.',
    remedy: 'Set it to `false`.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
    ],
    path: ['site_config', 'remote_debugging_enabled'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    remote_debugging_enabled = true ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    remote_debugging_enabled = false
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    remote_debugging_enabled = var.setting
  }
}

resource "azurerm_linux_web_app" "other" {
  name = "shop"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/configure-common'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-no-client-certificate',
    title: 'App asks for no client certificate',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0001', 'AVD-AZU-0001'],
      checkov: ['CKV_AZURE_17'],
      kics: ['a81573f9-3691-4d83-88a0-7d4af63e17a3', '9bb3c639-5edf-458c-8ee5-30c17c7d671d'],
    },
    about: `Services that talk to each other prove nothing.

Where \`client_certificate_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Services that talk to each other prove nothing.',
    remedy: 'Switch it on where no browser calls the app.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
    ],
    path: ['client_certificate_enabled'],
    orNamed: ['client_cert_enabled', 'client_cert_mode', 'client_certificate_mode'],
    must: { be: [true, 'Required'] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name                       = "shop"
  client_certificate_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_linux_web_app" "shop" { ◀
  name = "shop"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name                       = "shop"
  client_certificate_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_linux_web_app" "shop" {
  name                       = "shop"
  client_certificate_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/app-service-web-configure-tls-mutual-auth'],
  },
  {
    type: 'attribute',
    id: 'azure-sql-predictable-admin',
    title: 'Administrator has a name that is guessed first',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { kics: ['2ab6de9a-0136-415c-be92-79d2e4fd750f', 'bcd3fc01-5902-4f2a-b05a-227f9bbf5450'] },
    about: `Whoever tries passwords needs to try half as much.

Where \`administrator_login\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever tries passwords needs to try half as much.',
    remedy: 'Take a name that says nothing.',
    resources: [
      'azurerm_mssql_server',
      'azurerm_sql_server',
      'azurerm_postgresql_server',
      'azurerm_mysql_server',
      'azurerm_sql_active_directory_administrator',
    ],
    path: ['administrator_login'],
    orNamed: ['login'],
    must: {
      notMatch:
        '^(admin|administrator|Admin|Administrator|sqladmin|root|Root|user|User|azure_admin|azure_administrator|guest|Guest|sa|test)$',
    },
    absent: 'safe',
    bad: [
      {
        text: `
resource "azurerm_mssql_server" "ledger" {
  name                = "ledger"
  administrator_login = "admin" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_mssql_server" "ledger" {
  name                = "ledger"
  administrator_login = "harvest_operator"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_mssql_server" "ledger" {
  name                = "ledger"
  administrator_login = var.setting
}

resource "azurerm_mssql_server" "other" {
  name = "ledger"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/security-best-practice'],
  },
  {
    type: 'attribute',
    id: 'azure-gateway-no-waf',
    title: 'Application gateway has no web firewall',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AZURE_120'], kics: ['2e48d91c-50e4-45c8-9312-27b625868a72'] },
    about: `Nothing sorts out what scanners and bots send.

Where \`waf_configuration.enabled\` is not set it counts as well: it has none. A gateway with a \`firewall_policy_id\` is left alone.`,
    why: 'Nothing sorts out what scanners and bots send.',
    remedy: 'Set it to `true`, or name a firewall policy.',
    resources: ['azurerm_application_gateway'],
    path: ['waf_configuration', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [{ path: ['firewall_policy_id'] }],
    bad: [
      {
        text: `
resource "azurerm_application_gateway" "gate" {
  name = "gate"

  waf_configuration {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_application_gateway" "gate" { ◀
  name = "gate"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_application_gateway" "gate" {
  name = "gate"

  waf_configuration {
    enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_application_gateway" "gate" {
  name = "gate"

  waf_configuration {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/web-application-firewall/ag/ag-overview'],
  },
  {
    type: 'attribute',
    id: 'aws-rds-cluster-default-key',
    title: 'Aurora cluster has no key of yours',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0079', 'AVD-AWS-0079'], checkov: ['CKV_AWS_327'] },
    about: `The key belongs to AWS: no policy of yours guards it, and no snapshot can be shared.

Where the cluster is encrypted and \`kms_key_id\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'The key belongs to AWS: no policy of yours guards it, and no snapshot can be shared.',
    remedy: 'Name a key before there is data in it: the key cannot be changed later.',
    resources: ['aws_rds_cluster'],
    path: ['kms_key_id'],
    must: { beSet: true },
    absent: 'unsafe',
    when: { path: ['storage_encrypted'], oneOf: [true] },
    bad: [
      {
        text: `
resource "aws_rds_cluster" "ledger" {
  cluster_identifier = "ledger"
  storage_encrypted  = true
  kms_key_id         = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_rds_cluster" "ledger" { ◀
  cluster_identifier = "ledger"
  storage_encrypted  = true
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_rds_cluster" "ledger" {
  cluster_identifier = "ledger"
  storage_encrypted  = true
  kms_key_id         = "arn:aws:kms:eu-central-1:111122223333:key/1"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "key" {
  type = string
}

resource "aws_rds_cluster" "ledger" {
  cluster_identifier = "ledger"
  storage_encrypted  = true
  kms_key_id         = var.key
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-cluster-default-key',
    title: 'Cluster has no key of yours',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0022', 'AWS-0128', 'AVD-AWS-0022', 'AVD-AWS-0128'],
      checkov: ['CKV_AWS_182', 'CKV_AWS_280'],
      kics: ['4766d3ea-241c-4ee6-93ff-c380c996bd1a'],
    },
    about: `The key belongs to AWS: no policy of yours guards it, and no snapshot can be shared.

Where \`kms_key_id\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'The key belongs to AWS: no policy of yours guards it, and no snapshot can be shared.',
    remedy: 'Name a key.',
    resources: ['aws_docdb_cluster', 'aws_neptune_cluster'],
    path: ['kms_key_id'],
    orNamed: ['kms_key_arn'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_docdb_cluster" "pears" {
  cluster_identifier = "pears"
  kms_key_id         = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_docdb_cluster" "pears" { ◀
  cluster_identifier = "pears"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_docdb_cluster" "pears" {
  cluster_identifier = "pears"
  kms_key_id         = "arn:aws:kms:eu-central-1:111122223333:key/1"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_docdb_cluster" "pears" {
  cluster_identifier = "pears"
  kms_key_id         = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html'],
  },
  {
    type: 'attribute',
    id: 'aws-instance-not-ebs-optimized',
    title: 'Instance shares its way to the disks',
    severity: 'info',
    domain: 'performance',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_135'] },
    about: `Traffic to the disks and to the network slow each other down.

Where \`ebs_optimized\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Traffic to the disks and to the network slow each other down.',
    remedy: 'Delete the line: newer types have their own way.',
    resources: ['aws_instance'],
    path: ['ebs_optimized'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_instance" "press" {
  instance_type = "m5.large"
  ebs_optimized = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_instance" "press" {
  instance_type = "m5.large"
  ebs_optimized = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_instance" "press" {
  instance_type = "m5.large"
  ebs_optimized = var.setting
}

resource "aws_instance" "other" {
  instance_type = "m5.large"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html'],
  },
  {
    type: 'attribute',
    id: 'gcp-project-default-network',
    title: 'Project starts with the default network',
    severity: 'low',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0010', 'AVD-GCP-0010'],
      checkov: ['CKV_GCP_27'],
      kics: ['59571246-3f62-4965-a96f-c7d97e269351'],
      semgrep: ['gcp-project-default-network'],
    },
    about: `The default network lets SSH and RDP in from everywhere, in every region.

Where \`auto_create_network\` is not set it counts as well: the provider takes \`true\`.`,
    why: 'The default network lets SSH and RDP in from everywhere, in every region.',
    remedy: 'Set it to `false`.',
    resources: ['google_project'],
    path: ['auto_create_network'],
    must: { be: [false] },
    absent: 'unsafe',
    safe: 'false',
    bad: [
      {
        text: `
resource "google_project" "orchard" {
  name                = "orchard"
  project_id          = "orchard-live"
  auto_create_network = true ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_project" "orchard" { ◀
  name       = "orchard"
  project_id = "orchard-live"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_project" "orchard" {
  name                = "orchard"
  project_id          = "orchard-live"
  auto_create_network = false
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_project" "orchard" {
  name                = "orchard"
  project_id          = "orchard-live"
  auto_create_network = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/vpc/docs/vpc#default-network'],
  },
  {
    type: 'attribute',
    id: 'gcp-subnet-no-private-access',
    title: 'Machines reach Google over the internet',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['GCP-0075', 'AVD-GCP-0075'], checkov: ['CKV_GCP_74'] },
    about: `Machines without a public address cannot reach the APIs, so somebody gives them one.

Where \`private_ip_google_access\` is not set it counts as well: the provider takes \`false\`. Subnets that belong to a proxy are left alone.`,
    why: 'Machines without a public address cannot reach the APIs, so somebody gives them one.',
    remedy: 'Set it to `true`.',
    resources: ['google_compute_subnetwork'],
    path: ['private_ip_google_access'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [
      {
        path: ['purpose'],
        oneOf: [
          'REGIONAL_MANAGED_PROXY',
          'GLOBAL_MANAGED_PROXY',
          'INTERNAL_HTTPS_LOAD_BALANCER',
          'PRIVATE_SERVICE_CONNECT',
        ],
      },
    ],
    safe: 'true',
    bad: [
      {
        text: `
resource "google_compute_subnetwork" "trees" {
  name                     = "trees"
  private_ip_google_access = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_compute_subnetwork" "trees" { ◀
  name = "trees"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_subnetwork" "trees" {
  name                     = "trees"
  private_ip_google_access = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_subnetwork" "trees" {
  name                     = "trees"
  private_ip_google_access = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/vpc/docs/private-google-access'],
  },
  {
    type: 'attribute',
    id: 'gcp-dnssec-weak',
    title: 'DNSSEC signs with SHA-1',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['GCP-0012', 'AVD-GCP-0012'], checkov: ['CKV_GCP_17'] },
    about: `SHA-1 signatures can be forged, and resolvers begin to reject them.

Where \`dnssec_config.default_key_specs.algorithm\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'SHA-1 signatures can be forged, and resolvers begin to reject them.',
    remedy: 'Set it to `ecdsap256sha256`.',
    resources: ['google_dns_managed_zone'],
    path: ['dnssec_config', 'default_key_specs', 'algorithm'],
    must: { notBe: ['rsasha1'] },
    absent: 'safe',
    safe: '"ecdsap256sha256"',
    bad: [
      {
        text: `
resource "google_dns_managed_zone" "zone" {
  dns_name = "example.com."

  dnssec_config {
    default_key_specs {
      key_type  = "keySigning"
      algorithm = "rsasha1" ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_dns_managed_zone" "zone" {
  dns_name = "example.com."

  dnssec_config {
    default_key_specs {
      key_type  = "keySigning"
      algorithm = "ecdsap256sha256"
    }
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_dns_managed_zone" "zone" {
  dns_name = "example.com."

  dnssec_config {
    default_key_specs {
      key_type  = "keySigning"
      algorithm = var.setting
    }
  }
}

resource "google_dns_managed_zone" "other" {
  dns_name = "example.com."
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/dns/docs/dnssec-advanced'],
  },
  {
    type: 'attribute',
    id: 'gcp-dnssec-off',
    title: 'DNSSEC is switched off',
    severity: 'low',
    domain: 'security',
    aliases: { trivy: ['GCP-0013', 'AVD-GCP-0013'], checkov: ['CKV_GCP_16'] },
    about: `Whoever sits between resolver and zone can answer in its place.

Where \`dnssec_config.state\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever sits between resolver and zone can answer in its place.',
    remedy: 'Set it to `on`.',
    resources: ['google_dns_managed_zone'],
    path: ['dnssec_config', 'state'],
    must: { notBe: ['off'] },
    absent: 'safe',
    unless: [{ path: ['visibility'], oneOf: ['private'] }],
    safe: '"on"',
    bad: [
      {
        text: `
resource "google_dns_managed_zone" "zone" {
  dns_name = "example.com."

  dnssec_config {
    state = "off" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_dns_managed_zone" "zone" {
  dns_name = "example.com."

  dnssec_config {
    state = "on"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_dns_managed_zone" "zone" {
  dns_name = "example.com."

  dnssec_config {
    state = var.setting
  }
}

resource "google_dns_managed_zone" "other" {
  dns_name = "example.com."
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/dns/docs/dnssec'],
  },
  {
    type: 'attribute',
    id: 'aws-lb-http-listener',
    title: 'Listener serves plain HTTP',
    severity: 'medium',
    domain: 'security',
    confidence: 'likely',
    aliases: {
      trivy: ['AWS-0054', 'AVD-AWS-0054'],
      checkov: ['CKV_AWS_2'],
      kics: ['de7f5e83-da88-4046-871f-ea18504b1d43'],
    },
    about: `What passes in clear is read and changed by whoever sits on the line. A listener that redirects, and one of a load balancer that is known to be internal, are left alone.

Where \`protocol\` is not set the provider takes a safe value, and nothing is said. So is one whose load balancer is not in the module: whether it is internal is not known.`,
    why: 'Whoever sits on the line reads and changes what passes, cookies and tokens included.',
    remedy: 'Redirect to HTTPS.',
    resources: ['aws_lb_listener', 'aws_alb_listener'],
    path: ['protocol'],
    must: { notBe: ['HTTP'] },
    absent: 'safe',
    unless: [
      { path: ['default_action', 'type'], oneOf: ['redirect', 'fixed-response'] },
      { path: ['default_action', 'redirect'] },
    ],
    unlessVia: { attribute: 'load_balancer_arn', holds: { path: ['internal'], oneOf: [true] } },
    bad: [
      {
        text: `
resource "aws_lb_listener" "shop" {
  port     = 80
  protocol = "HTTP" ◀

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/1"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_lb_listener" "shop" {
  port     = 80
  protocol = "HTTPS"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/1"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_lb_listener" "shop" {
  port     = 80
  protocol = var.setting

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/1"
  }
}

resource "aws_lb_listener" "other" {
  port = 80

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/1"
  }
}`,
      },
      {
        note: 'Redirects:',
        text: `
resource "aws_lb_listener" "shop" {
  port     = 80
  protocol = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}`,
      },
      {
        note: 'Somebody else made the load balancer, and knows whether it is internal:',
        text: `
variable "balancer" {
  type = string
}

resource "aws_lb_listener" "shop" {
  load_balancer_arn = var.balancer
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/1"
  }
}`,
      },
      {
        note: 'Reached from inside only:',
        text: `
resource "aws_lb" "inside" {
  internal = true
}

resource "aws_lb_listener" "shop" {
  load_balancer_arn = aws_lb.inside.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/1"
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html'],
  },
  {
    type: 'presence',
    id: 'aws-default-vpc',
    title: 'Default network is managed',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0101', 'AVD-AWS-0101'],
      checkov: ['CKV_AWS_148'],
      kics: ['96ed3526-0179-4c73-b1b2-372fde2e0d13'],
    },
    about: `The default network has public subnets only; what is put into it by mistake has a public address.`,
    why: 'The default network has public subnets only; what is put into it by mistake has a public address.',
    remedy: 'Make a network of your own with private subnets.',
    resources: ['aws_default_vpc'],
    bad: [
      {
        text: `
resource "aws_default_vpc" "default" { ◀
  tags = { Name = "default" }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_vpc" "orchard" {
  cidr_block = "10.4.0.0/16"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html'],
  },
  {
    type: 'presence',
    id: 'aws-default-security-group-open',
    title: 'Default security group has rules',
    severity: 'medium',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV2_AWS_12'] },
    about: `Whatever names no group of its own gets this one, and with it the rules that stand here.`,
    why: 'Whatever names no group of its own gets this one, and with it the rules that stand here.',
    remedy: 'Delete its rules, and make a group for what needs them.',
    resources: ['aws_default_security_group'],
    path: ['ingress'],
    bad: [
      {
        text: `
resource "aws_default_security_group" "default" {
  vpc_id = "vpc-1"

  ingress { ◀
    protocol  = "-1"
    self      = true
    from_port = 0
    to_port   = 0
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_default_security_group" "default" {
  vpc_id = "vpc-1"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  },
  {
    type: 'attribute',
    id: 'aws-security-group-undescribed',
    title: 'Security group has no description',
    severity: 'info',
    domain: 'maintainability',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0099', 'AVD-AWS-0099'],
      checkov: ['CKV_AWS_23'],
      kics: ['cb3f5ed6-0d18-40de-a93d-b3538db31e8c'],
    },
    about: `Nobody dares to delete a rule whose purpose nobody knows.

Where \`description\` is not set it counts as well: the provider writes \`Managed by Terraform\`.`,
    why: 'Nobody dares to delete a rule whose purpose nobody knows.',
    remedy: 'Say what it is for; the text cannot be changed later without a new group.',
    resources: ['aws_security_group'],
    path: ['description'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_security_group" "web" {
  name        = "web"
  description = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_security_group" "web" { ◀
  name = "web"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_security_group" "web" {
  name        = "web"
  description = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html'],
  },
  {
    type: 'attribute',
    id: 'aws-security-group-inline-rule-undescribed',
    title: 'Inline rule has no description',
    severity: 'info',
    domain: 'maintainability',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0124', 'AVD-AWS-0124'], checkov: ['CKV_AWS_23'] },
    about: `Nobody dares to delete a rule whose purpose nobody knows.

Where its block is there and \`description\` is not set it counts as well: it has none.`,
    why: 'Nobody dares to delete a rule whose purpose nobody knows.',
    remedy: 'Say what it is for.',
    resources: ['aws_security_group'],
    path: ['ingress', 'description'],
    orPaths: [['egress', 'description']],
    must: { beSet: true },
    absent: 'unsafe-in-block',
    bad: [
      {
        text: `
resource "aws_security_group" "metrics" {
  name = "metrics"

  ingress {
    from_port   = 9090
    to_port     = 9090
    description = "" ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_security_group" "metrics" {
  name = "metrics"

  ingress { ◀
    from_port = 9090
    to_port   = 9090
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_security_group" "metrics" {
  name = "metrics"

  ingress {
    from_port   = 9090
    to_port     = 9090
    description = "Metrics"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_security_group" "metrics" {
  name = "metrics"

  ingress {
    from_port   = 9090
    to_port     = 9090
    description = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  },
  {
    type: 'attribute',
    id: 'aws-security-group-rule-undescribed',
    title: 'Security group rule has no description',
    severity: 'info',
    domain: 'maintainability',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0124', 'AVD-AWS-0124'], checkov: ['CKV_AWS_23'] },
    about: `Nobody dares to delete a rule whose purpose nobody knows.

Where \`description\` is not set it counts as well: it has none.`,
    why: 'Nobody dares to delete a rule whose purpose nobody knows.',
    remedy: 'Say what it is for.',
    resources: ['aws_security_group_rule', 'aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'],
    path: ['description'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_security_group_rule" "metrics" {
  type        = "ingress"
  from_port   = 9090
  to_port     = 9090
  description = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_security_group_rule" "metrics" { ◀
  type      = "ingress"
  from_port = 9090
  to_port   = 9090
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_security_group_rule" "metrics" {
  type        = "ingress"
  from_port   = 9090
  to_port     = 9090
  description = "Metrics"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_security_group_rule" "metrics" {
  type        = "ingress"
  from_port   = 9090
  to_port     = 9090
  description = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  },
  {
    type: 'attribute',
    id: 'aws-cloudfront-no-waf',
    title: 'Distribution has no web firewall',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0011', 'AVD-AWS-0011'],
      checkov: ['CKV_AWS_68'],
      kics: ['1419b4c6-6d5c-4534-9cf6-6a5266085333'],
    },
    about: `Nothing sorts out what scanners and bots send.

Where \`web_acl_id\` is not set it counts as well: it has none.`,
    why: 'Nothing sorts out what scanners and bots send.',
    remedy: 'Name a web ACL where the site has more than static pages.',
    resources: ['aws_cloudfront_distribution'],
    path: ['web_acl_id'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudfront_distribution" "site" { ◀
  enabled = true
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html'],
  },
  {
    type: 'attribute',
    id: 'aws-subnet-public-ip',
    title: 'Machines of the subnet get public addresses',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0164', 'AVD-AWS-0164'],
      checkov: ['CKV_AWS_130'],
      kics: ['52f04a44-6bfa-4c41-b1d3-4ae99a2de05c'],
      semgrep: ['aws-subnet-has-public-ip-address'],
    },
    about: `Everything that is started in it can be reached from the internet as far as its security groups let it.

Where \`map_public_ip_on_launch\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everything that is started in it can be reached from the internet as far as its security groups let it.',
    remedy: 'Set it to `false`, unless it is a public subnet.',
    resources: ['aws_subnet'],
    path: ['map_public_ip_on_launch'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_subnet" "public" {
  cidr_block              = "10.4.1.0/24"
  map_public_ip_on_launch = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_subnet" "public" {
  cidr_block              = "10.4.1.0/24"
  map_public_ip_on_launch = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_subnet" "public" {
  cidr_block              = "10.4.1.0/24"
  map_public_ip_on_launch = var.setting
}

resource "aws_subnet" "other" {
  cidr_block = "10.4.1.0/24"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html'],
  },
];
