import type { AttributeRow } from '../row.ts';

/** Managed Kubernetes: who reaches the API, and what guards it. */
export const kubernetesControlPlane: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-eks-public-endpoint',
    title: 'EKS API is open to the internet',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0040', 'AWS-0041', 'AVD-AWS-0040', 'AVD-AWS-0041'],
      checkov: ['CKV_AWS_38', 'CKV_AWS_39'],
      kics: ['42f4b905-3736-4213-bfe9-c0660518cda8', '61cf9883-1752-4768-b18c-0d57f2737709'],
      semgrep: ['eks-public-endpoint-enabled'],
    },
    about: `Everybody can reach the API of the cluster; a leaked token or a hole in the API server needs no way into your network.

Where its block is there and \`public_access_cidrs\` is not set it counts as well: AWS takes \`0.0.0.0/0\`. It is left alone where \`endpoint_public_access\` is \`false\`.`,
    why: 'Everybody can reach the API of the cluster; a leaked token or a hole in the API server needs no way into your network.',
    remedy: 'Name the networks that need it in `public_access_cidrs`, or set `endpoint_public_access = false`.',
    resources: ['aws_eks_cluster'],
    path: ['vpc_config', 'public_access_cidrs'],
    must: { notContain: ['0.0.0.0/0', '::/0'] },
    absent: 'unsafe-in-block',
    absentSeverity: 'low',
    unless: [{ path: ['vpc_config', 'endpoint_public_access'], oneOf: [false] }],
    bad: [
      {
        text: `
resource "aws_eks_cluster" "orchard" {
  name = "orchard"

  vpc_config {
    subnet_ids          = ["subnet-1"]
    public_access_cidrs = ["0.0.0.0/0"] ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_eks_cluster" "orchard" {
  name = "orchard"

  vpc_config { ◀
    subnet_ids = ["subnet-1"]
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_eks_cluster" "orchard" {
  name = "orchard"

  vpc_config {
    subnet_ids          = ["subnet-1"]
    public_access_cidrs = ["198.51.100.0/28"]
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_eks_cluster" "orchard" {
  name = "orchard"

  vpc_config {
    subnet_ids          = ["subnet-1"]
    public_access_cidrs = var.setting
  }
}`,
      },
      {
        note: 'Reached from inside only:',
        text: `
resource "aws_eks_cluster" "orchard" {
  name = "orchard"

  vpc_config {
    subnet_ids             = ["subnet-1"]
    endpoint_public_access = false
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  },
  {
    type: 'attribute',
    id: 'azure-aks-public-api',
    title: 'AKS API is open to the internet',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0041', 'AVD-AZU-0041'],
      checkov: ['CKV_AZURE_6'],
      semgrep: ['azure-aks-apiserver-auth-ip-ranges'],
    },
    about: `Everybody can reach the API of the cluster; a leaked token or a hole in the API server needs no way into your network.

Where \`api_server_access_profile.authorized_ip_ranges\` is not set it counts as well: every address is let in. A private cluster is left alone.`,
    why: 'Everybody can reach the API of the cluster; a leaked token or a hole in the API server needs no way into your network.',
    remedy: 'Name the networks that need it, or make the cluster private.',
    resources: ['azurerm_kubernetes_cluster'],
    path: ['api_server_access_profile', 'authorized_ip_ranges'],
    orPaths: [['api_server_authorized_ip_ranges']],
    must: { notContain: ['0.0.0.0/0'] },
    absent: 'unsafe',
    absentSeverity: 'low',
    unless: [{ path: ['private_cluster_enabled'], oneOf: [true] }],
    bad: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  api_server_access_profile {
    authorized_ip_ranges = ["0.0.0.0/0"] ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_kubernetes_cluster" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  api_server_access_profile {
    authorized_ip_ranges = ["198.51.100.0/28"]
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  api_server_access_profile {
    authorized_ip_ranges = var.setting
  }
}`,
      },
      {
        note: 'Private:',
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name                    = "orchard"
  private_cluster_enabled = true
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/aks/api-server-authorized-ip-ranges'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-public-api',
    title: 'GKE API is open to the internet',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0053', 'AVD-GCP-0053'],
      checkov: ['CKV_GCP_18'],
      semgrep: ['gcp-gke-public-control-plane'],
    },
    about: `Everybody can reach the API of the cluster; a leaked token or a hole in the API server needs no way into your network.

Where \`master_authorized_networks_config.cidr_blocks.cidr_block\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody can reach the API of the cluster; a leaked token or a hole in the API server needs no way into your network.',
    remedy: 'Name the networks that need it.',
    resources: ['google_container_cluster'],
    path: ['master_authorized_networks_config', 'cidr_blocks', 'cidr_block'],
    must: { notBe: ['0.0.0.0/0', '::/0'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  master_authorized_networks_config {
    cidr_blocks {
      display_name = "all"
      cidr_block   = "0.0.0.0/0" ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  master_authorized_networks_config {
    cidr_blocks {
      display_name = "all"
      cidr_block   = "198.51.100.0/28"
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

resource "google_container_cluster" "orchard" {
  name = "orchard"

  master_authorized_networks_config {
    cidr_blocks {
      display_name = "all"
      cidr_block   = var.setting
    }
  }
}

resource "google_container_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks'],
  },
  {
    type: 'attribute',
    id: 'azure-aks-no-rbac',
    title: 'AKS has no role-based access control',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0042', 'AVD-AZU-0042'],
      checkov: ['CKV_AZURE_5'],
      kics: ['86f92117-eed8-4614-9c6c-b26da20ff37f'],
    },
    about: `Every account of the cluster may do everything; it cannot be switched on later without a new cluster.

Where \`role_based_access_control_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every account of the cluster may do everything; it cannot be switched on later without a new cluster.',
    remedy: 'Delete the line, or set it to `true`.',
    resources: ['azurerm_kubernetes_cluster'],
    path: ['role_based_access_control_enabled'],
    orPaths: [['role_based_access_control', 'enabled']],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name                              = "orchard"
  role_based_access_control_enabled = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name                              = "orchard"
  role_based_access_control_enabled = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_kubernetes_cluster" "orchard" {
  name                              = "orchard"
  role_based_access_control_enabled = var.setting
}

resource "azurerm_kubernetes_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/aks/concepts-identity'],
  },
  {
    type: 'attribute',
    id: 'azure-aks-no-network-policy',
    title: 'AKS enforces no network policy',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0043', 'AVD-AZU-0043'],
      checkov: ['CKV_AZURE_7'],
      kics: ['f5342045-b935-402d-adf1-8dbbd09c0eef'],
    },
    about: `Policies that the objects declare are accepted and ignored; every pod reaches every other.

Where \`network_profile.network_policy\` is not set it counts as well: no engine is installed.`,
    why: 'Policies that the objects declare are accepted and ignored; every pod reaches every other.',
    remedy: 'Name an engine: `cilium`, `azure` or `calico`.',
    resources: ['azurerm_kubernetes_cluster'],
    path: ['network_profile', 'network_policy'],
    must: { be: ['azure', 'calico', 'cilium'] },
    absent: 'unsafe',
    safe: '"cilium"',
    bad: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  network_profile {
    network_plugin = "azure"
    network_policy = "" ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_kubernetes_cluster" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  network_profile {
    network_plugin = "azure"
    network_policy = "cilium"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  network_profile {
    network_plugin = "azure"
    network_policy = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/aks/use-network-policies'],
  },
  {
    type: 'attribute',
    id: 'azure-aks-dashboard',
    title: 'AKS runs the retired dashboard',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AZURE_8'], kics: ['61c3cb8b-0715-47e4-b788-86dde40dd2db'] },
    about: `The dashboard runs with wide permissions, and is no longer maintained.

Where \`addon_profile.kube_dashboard.enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The dashboard runs with wide permissions, and is no longer maintained.',
    remedy: 'Set it to `false`.',
    resources: ['azurerm_kubernetes_cluster'],
    path: ['addon_profile', 'kube_dashboard', 'enabled'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  addon_profile {
    kube_dashboard {
      enabled = true ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  addon_profile {
    kube_dashboard {
      enabled = false
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

resource "azurerm_kubernetes_cluster" "orchard" {
  name = "orchard"

  addon_profile {
    kube_dashboard {
      enabled = var.setting
    }
  }
}

resource "azurerm_kubernetes_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/aks/kubernetes-portal'],
  },
  {
    type: 'attribute',
    id: 'azure-aks-no-policy-addon',
    title: 'AKS runs without Azure Policy',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AZURE_116'], kics: ['43789711-161b-4708-b5bb-9d1c626f7492'] },
    about: `Rules of the subscription are not enforced inside the cluster.

Where \`azure_policy_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Rules of the subscription are not enforced inside the cluster.',
    remedy: 'Set it to `true`.',
    resources: ['azurerm_kubernetes_cluster'],
    path: ['azure_policy_enabled'],
    orPaths: [['addon_profile', 'azure_policy', 'enabled']],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name                 = "orchard"
  azure_policy_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_kubernetes_cluster" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_kubernetes_cluster" "orchard" {
  name                 = "orchard"
  azure_policy_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_kubernetes_cluster" "orchard" {
  name                 = "orchard"
  azure_policy_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/governance/policy/concepts/policy-for-kubernetes'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-legacy-abac',
    title: 'GKE uses legacy authorisation',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0062', 'AVD-GCP-0062'],
      checkov: ['CKV_GCP_7'],
      kics: ['5baa92d2-d8ee-4c75-88a4-52d9d8bb8067'],
      semgrep: ['gcp-gke-legacy-auth-enabled'],
    },
    about: `Static permissions apply to every account of the cluster, whatever its roles say.

Where \`enable_legacy_abac\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Static permissions apply to every account of the cluster, whatever its roles say.',
    remedy: 'Delete the line, or set it to `false`.',
    resources: ['google_container_cluster'],
    path: ['enable_legacy_abac'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name               = "orchard"
  enable_legacy_abac = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name               = "orchard"
  enable_legacy_abac = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_cluster" "orchard" {
  name               = "orchard"
  enable_legacy_abac = var.setting
}

resource "google_container_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-client-certificate',
    title: 'GKE issues a client certificate',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0064', 'AVD-GCP-0064'],
      checkov: ['CKV_GCP_13'],
      semgrep: ['gcp-gke-client-certificate-disabled'],
    },
    about: `The certificate cannot be revoked or tied to a person, and it lies in the state.

Where \`master_auth.client_certificate_config.issue_client_certificate\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The certificate cannot be revoked or tied to a person, and it lies in the state.',
    remedy: 'Set it to `false`.',
    resources: ['google_container_cluster'],
    path: ['master_auth', 'client_certificate_config', 'issue_client_certificate'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  master_auth {
    client_certificate_config {
      issue_client_certificate = true ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  master_auth {
    client_certificate_config {
      issue_client_certificate = false
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

resource "google_container_cluster" "orchard" {
  name = "orchard"

  master_auth {
    client_certificate_config {
      issue_client_certificate = var.setting
    }
  }
}

resource "google_container_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/api-server-authentication'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-unshielded-nodes',
    title: 'GKE nodes are not shielded',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0055', 'AVD-GCP-0055'],
      checkov: ['CKV_GCP_71'],
      kics: ['579a0727-9c29-4d58-8195-fc5802a8bdb4'],
    },
    about: `A node that is not verified can be imitated by whoever took over a pod.

Where \`enable_shielded_nodes\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A node that is not verified can be imitated by whoever took over a pod.',
    remedy: 'Delete the line, or set it to `true`.',
    resources: ['google_container_cluster'],
    path: ['enable_shielded_nodes'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name                  = "orchard"
  enable_shielded_nodes = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name                  = "orchard"
  enable_shielded_nodes = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_cluster" "orchard" {
  name                  = "orchard"
  enable_shielded_nodes = var.setting
}

resource "google_container_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-node-metadata-exposed',
    title: 'Pods can read the metadata of the node',
    severity: 'high',
    domain: 'security',
    aliases: { trivy: ['GCP-0057', 'AVD-GCP-0057'], checkov: ['CKV_GCP_69'] },
    about: `Every pod can take the token of the node and act as it.

Where \`node_config.workload_metadata_config.mode\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every pod can take the token of the node and act as it.',
    remedy: 'Set it to `GKE_METADATA`.',
    resources: ['google_container_cluster', 'google_container_node_pool'],
    path: ['node_config', 'workload_metadata_config', 'mode'],
    orNamed: ['node_metadata'],
    must: { be: ['GKE_METADATA', 'GKE_METADATA_SERVER', 'SECURE'] },
    absent: 'safe',
    unless: [{ path: ['remove_default_node_pool'], oneOf: [true] }],
    safe: '"GKE_METADATA"',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  node_config {
    workload_metadata_config {
      mode = "GCE_METADATA" ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  node_config {
    workload_metadata_config {
      mode = "GKE_METADATA"
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

resource "google_container_cluster" "orchard" {
  name = "orchard"

  node_config {
    workload_metadata_config {
      mode = var.setting
    }
  }
}

resource "google_container_cluster" "other" {
  name = "orchard"
}`,
      },
      {
        note: 'The first pool is removed as soon as it is there:',
        text: `
resource "google_container_cluster" "orchard" {
  name                     = "orchard"
  remove_default_node_pool = true

  node_config {
    workload_metadata_config {
      mode = "GCE_METADATA"
    }
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-auto-repair-off',
    title: 'Broken nodes are not repaired',
    severity: 'low',
    domain: 'reliability',
    aliases: {
      trivy: ['GCP-0063', 'AVD-GCP-0063'],
      checkov: ['CKV_GCP_9'],
      kics: ['acfdbec6-4a17-471f-b412-169d77553332'],
    },
    about: `A node that stops answering stays in the pool until somebody notices.

Where \`management.auto_repair\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A node that stops answering stays in the pool until somebody notices.',
    remedy: 'Set it to `true`.',
    resources: ['google_container_node_pool'],
    path: ['management', 'auto_repair'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_container_node_pool" "pool" {
  name = "pool"

  management {
    auto_repair = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_node_pool" "pool" {
  name = "pool"

  management {
    auto_repair = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_node_pool" "pool" {
  name = "pool"

  management {
    auto_repair = var.setting
  }
}

resource "google_container_node_pool" "other" {
  name = "pool"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-repair'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-auto-upgrade-off',
    title: 'Nodes are not upgraded',
    severity: 'low',
    domain: 'security',
    aliases: { trivy: ['GCP-0058', 'AVD-GCP-0058'], checkov: ['CKV_GCP_10'] },
    about: `Nodes stay on a version with known holes until somebody upgrades them by hand.

Where \`management.auto_upgrade\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Nodes stay on a version with known holes until somebody upgrades them by hand.',
    remedy: 'Set it to `true`, with a maintenance window.',
    resources: ['google_container_node_pool'],
    path: ['management', 'auto_upgrade'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_container_node_pool" "pool" {
  name = "pool"

  management {
    auto_upgrade = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_node_pool" "pool" {
  name = "pool"

  management {
    auto_upgrade = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_node_pool" "pool" {
  name = "pool"

  management {
    auto_upgrade = var.setting
  }
}

resource "google_container_node_pool" "other" {
  name = "pool"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-logging-off',
    title: 'GKE writes no logs',
    severity: 'medium',
    domain: 'governance',
    aliases: { trivy: ['GCP-0060', 'AVD-GCP-0060'], checkov: ['CKV_GCP_1'] },
    about: `After an incident nobody can say what happened in the cluster. The service without \`/kubernetes\` is the retired one.

Where \`logging_service\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'After an incident nobody can say what happened in the cluster. The service without `/kubernetes` is the retired one.',
    remedy: 'Delete the line.',
    resources: ['google_container_cluster'],
    path: ['logging_service'],
    must: { notBe: ['none', 'logging.googleapis.com'] },
    absent: 'safe',
    safe: '"logging.googleapis.com/kubernetes"',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name            = "orchard"
  logging_service = "none" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name            = "orchard"
  logging_service = "logging.googleapis.com/kubernetes"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_cluster" "orchard" {
  name            = "orchard"
  logging_service = var.setting
}

resource "google_container_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-monitoring-off',
    title: 'GKE is not monitored',
    severity: 'medium',
    domain: 'reliability',
    aliases: {
      trivy: ['GCP-0052', 'AVD-GCP-0052'],
      checkov: ['CKV_GCP_8'],
      kics: ['30e8dfd2-3591-4d19-8d11-79e93106c93d'],
    },
    about: `Nobody learns that the cluster is in trouble before its users do. The service without \`/kubernetes\` is the retired one.

Where \`monitoring_service\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Nobody learns that the cluster is in trouble before its users do. The service without `/kubernetes` is the retired one.',
    remedy: 'Delete the line.',
    resources: ['google_container_cluster'],
    path: ['monitoring_service'],
    must: { notBe: ['none', 'monitoring.googleapis.com'] },
    absent: 'safe',
    safe: '"monitoring.googleapis.com/kubernetes"',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name               = "orchard"
  monitoring_service = "none" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name               = "orchard"
  monitoring_service = "monitoring.googleapis.com/kubernetes"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_cluster" "orchard" {
  name               = "orchard"
  monitoring_service = var.setting
}

resource "google_container_cluster" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/observability'],
  },
  {
    type: 'attribute',
    id: 'gcp-gke-public-nodes',
    title: 'GKE nodes have public addresses',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['GCP-0059', 'AVD-GCP-0059'],
      checkov: ['CKV_GCP_25'],
      kics: ['6ccb85d7-0420-4907-9380-50313f80946b'],
    },
    about: `Every node can be reached from the internet as far as the firewall lets it.

Where \`private_cluster_config.enable_private_nodes\` is not set it counts as well: the provider takes \`false\`. Autopilot clusters are left alone.`,
    why: 'Every node can be reached from the internet as far as the firewall lets it.',
    remedy: 'Set it to `true`, and give the nodes a way out by Cloud NAT.',
    resources: ['google_container_cluster'],
    path: ['private_cluster_config', 'enable_private_nodes'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [{ path: ['enable_autopilot'], oneOf: [true] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  private_cluster_config {
    enable_private_nodes = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_container_cluster" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_container_cluster" "orchard" {
  name = "orchard"

  private_cluster_config {
    enable_private_nodes = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_container_cluster" "orchard" {
  name = "orchard"

  private_cluster_config {
    enable_private_nodes = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/private-cluster-concept'],
  },
  {
    type: 'attribute',
    id: 'aws-eks-logging-missing',
    title: 'EKS writes no control plane logs',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0038', 'AVD-AWS-0038'],
      checkov: ['CKV_AWS_37'],
      kics: ['37304d3f-f852-40b8-ae3f-725e87a7cedf'],
    },
    about: `After an incident nobody can say who did what in the cluster.

Where \`enabled_cluster_log_types\` is not set it counts as well: AWS writes none.`,
    why: 'After an incident nobody can say who did what in the cluster.',
    remedy: 'Name at least `api`, `audit` and `authenticator`.',
    resources: ['aws_eks_cluster'],
    path: ['enabled_cluster_log_types'],
    must: { beSet: true },
    absent: 'unsafe',
    safe: '["api", "audit", "authenticator"]',
    bad: [
      {
        text: `
resource "aws_eks_cluster" "orchard" {
  name                      = "orchard"
  enabled_cluster_log_types = [] ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_eks_cluster" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_eks_cluster" "orchard" {
  name                      = "orchard"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_eks_cluster" "orchard" {
  name                      = "orchard"
  enabled_cluster_log_types = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html'],
  },
  {
    type: 'attribute',
    id: 'aws-eks-node-ssh-open',
    title: 'Nodes accept SSH from everywhere',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_100'] },
    about: `EKS opens port 22 of every node to the whole internet where a key is given and no group is named.

Where its block is there and \`source_security_group_ids\` is not set it counts as well: port 22 is then open to the internet. Without a key nothing is opened.`,
    why: 'EKS opens port 22 of every node to the whole internet where a key is given and no group is named.',
    remedy: 'Name the security groups that need it, or leave `remote_access` out and use the session manager.',
    resources: ['aws_eks_node_group'],
    path: ['remote_access', 'source_security_group_ids'],
    must: { beSet: true },
    absent: 'unsafe-in-block',
    when: { path: ['remote_access', 'ec2_ssh_key'] },
    bad: [
      {
        text: `
resource "aws_eks_node_group" "press" {
  node_group_name = "press"

  remote_access {
    ec2_ssh_key               = "press"
    source_security_group_ids = [] ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_eks_node_group" "press" {
  node_group_name = "press"

  remote_access { ◀
    ec2_ssh_key = "press"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_eks_node_group" "press" {
  node_group_name = "press"

  remote_access {
    ec2_ssh_key               = "press"
    source_security_group_ids = ["sg-1"]
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_eks_node_group" "press" {
  node_group_name = "press"

  remote_access {
    ec2_ssh_key               = "press"
    source_security_group_ids = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html'],
  },
];
