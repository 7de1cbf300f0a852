import type { AttributeRow } from '../row.ts';

/** Connections in clear, or with a TLS that is no longer safe. Versions and policies as of November 2026. */
export const transportSecurity: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-opensearch-http',
    title: 'OpenSearch accepts plain HTTP',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0046', 'AVD-AWS-0046'],
      checkov: ['CKV_AWS_83'],
      kics: ['2e9e0729-66d5-4148-9d39-5e6fb4bf2a4e'],
    },
    about: `Queries, documents and passwords can be sent in clear.

Where its block is there and \`enforce_https\` is not set it counts as well: clear text is then accepted.`,
    why: 'Queries, documents and passwords can be sent in clear.',
    remedy: 'Set it to `true`.',
    resources: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
    path: ['domain_endpoint_options', 'enforce_https'],
    must: { be: [true] },
    absent: 'unsafe-in-block',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  domain_endpoint_options {
    custom_endpoint_enabled = false
    enforce_https           = false ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  domain_endpoint_options { ◀
    custom_endpoint_enabled = false
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  domain_endpoint_options {
    custom_endpoint_enabled = false
    enforce_https           = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  domain_endpoint_options {
    custom_endpoint_enabled = false
    enforce_https           = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html'],
  },
  {
    type: 'attribute',
    id: 'aws-opensearch-old-tls',
    title: 'OpenSearch accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0126', 'AVD-AWS-0126'],
      checkov: ['CKV_AWS_228'],
      semgrep: ['aws-elasticsearch-insecure-tls-version'],
    },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where \`domain_endpoint_options.tls_security_policy\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Take a policy that starts with TLS 1.2.',
    resources: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
    path: ['domain_endpoint_options', 'tls_security_policy'],
    must: { notBe: ['Policy-Min-TLS-1-0-2019-07'] },
    absent: 'safe',
    safe: '"Policy-Min-TLS-1-2-PFS-2023-10"',
    bad: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = var.setting
  }
}

resource "aws_opensearch_domain" "other" {
  domain_name = "trees"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html'],
  },
  {
    type: 'attribute',
    id: 'aws-lb-old-tls',
    title: 'Load balancer accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0047', 'AVD-AWS-0047', 'AWS010', 'aws-elb-use-secure-tls-policy'],
      checkov: ['CKV_AWS_103'],
      kics: ['126c1788-23c2-4a10-906c-ef179f4f96ec'],
      semgrep: ['insecure-load-balancer-tls-version'],
    },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken. Every policy whose lowest version is TLS 1.2 or 1.3 is accepted.

Where \`ssl_policy\` is not set AWS chooses one when it makes the listener, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Take a policy that starts with TLS 1.2, as `ELBSecurityPolicy-TLS13-1-2-2021-06`.',
    resources: ['aws_lb_listener', 'aws_alb_listener'],
    path: ['ssl_policy'],
    must: {
      notMatch:
        '^ELBSecurityPolicy-2015|^ELBSecurityPolicy-2016-08$|^ELBSecurityPolicy-FS-2018-06$|^ELBSecurityPolicy-FS-1-1-|^ELBSecurityPolicy-TLS-1-[01]-|^ELBSecurityPolicy-TLS13-1-[01]-',
    },
    absent: 'safe',
    safe: '"ELBSecurityPolicy-TLS13-1-2-2021-06"',
    bad: [
      {
        text: `
resource "aws_lb_listener" "gate" {
  port       = 443
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-2016-08" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_lb_listener" "gate" {
  port       = 443
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_lb_listener" "gate" {
  port       = 443
  protocol   = "HTTPS"
  ssl_policy = var.setting
}

resource "aws_lb_listener" "other" {
  port     = 443
  protocol = "HTTPS"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html'],
  },
  {
    type: 'attribute',
    id: 'aws-cloudfront-default-certificate',
    title: 'Distribution takes old TLS with its default certificate',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_174'], kics: ['00e5e55e-c2ff-46b3-a757-a7a1cd802456'] },
    about: `With the certificate of CloudFront itself the oldest protocol is TLS 1.0, whatever \`minimum_protocol_version\` says. Only a
name and a certificate of your own change that, so this is pedantic.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996), and with this certificate they cannot be switched off.',
    remedy: 'Name a certificate of your own (`acm_certificate_arn`) and `TLSv1.2_2021`.',
    resources: ['aws_cloudfront_distribution'],
    path: ['viewer_certificate', 'cloudfront_default_certificate'],
    must: { notBe: [true] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  viewer_certificate {
    cloudfront_default_certificate = true ◀
    minimum_protocol_version       = "TLSv1.2_2021"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "certificate" {
  type = string
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  viewer_certificate {
    cloudfront_default_certificate = var.certificate == ""
    acm_certificate_arn            = var.certificate
    minimum_protocol_version       = "TLSv1.2_2021"
  }
}`,
      },
    ],
    whenNot: 'Where the name that CloudFront gives is good enough, as for a preview.',
    references: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-cloudfront-old-tls',
    title: 'Distribution accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0013', 'AVD-AWS-0013'],
      checkov: ['CKV_AWS_174'],
      kics: ['00e5e55e-c2ff-46b3-a757-a7a1cd802456'],
      semgrep: ['aws-insecure-cloudfront-distribution-tls-version'],
    },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where its block is there and \`minimum_protocol_version\` is not set it counts as well: the provider takes \`TLSv1\`. Where the certificate of CloudFront itself is used the setting has no effect, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Set it to `TLSv1.2_2021` or newer.',
    resources: ['aws_cloudfront_distribution'],
    path: ['viewer_certificate', 'minimum_protocol_version'],
    must: { notMatch: '^(SSLv3|TLSv1(\\.[01])?(_2016)?)$' },
    absent: 'unsafe-in-block',
    absentSeverity: 'low',
    unless: [{ path: ['viewer_certificate', 'cloudfront_default_certificate'], oneOf: [true] }],
    safe: '"TLSv1.2_2021"',
    bad: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = "TLSv1" ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  viewer_certificate { ◀
    acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-cloudfront-http',
    title: 'Distribution serves plain HTTP',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0012', 'AVD-AWS-0012'],
      checkov: ['CKV_AWS_34'],
      kics: ['55af1353-2f62-4fa0-a8e1-a210ca2708f5'],
    },
    about: `Whoever sits on the line reads and changes what your visitors get, cookies included.

Where \`default_cache_behavior.viewer_protocol_policy\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever sits on the line reads and changes what your visitors get, cookies included.',
    remedy: 'Set it to `redirect-to-https`.',
    resources: ['aws_cloudfront_distribution'],
    path: ['default_cache_behavior', 'viewer_protocol_policy'],
    orPaths: [['ordered_cache_behavior', 'viewer_protocol_policy']],
    must: { notBe: ['allow-all'] },
    absent: 'safe',
    safe: '"redirect-to-https"',
    bad: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  default_cache_behavior {
    target_origin_id       = "site"
    viewer_protocol_policy = "allow-all" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  default_cache_behavior {
    target_origin_id       = "site"
    viewer_protocol_policy = "redirect-to-https"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  default_cache_behavior {
    target_origin_id       = "site"
    viewer_protocol_policy = var.setting
  }
}

resource "aws_cloudfront_distribution" "other" {
  enabled = true
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-api-gateway-old-tls',
    title: 'API domain accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0005', 'AVD-AWS-0005'],
      checkov: ['CKV_AWS_206'],
      semgrep: ['aws-insecure-api-gateway-tls-version'],
    },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where \`security_policy\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Set it to `TLS_1_2` or newer.',
    resources: ['aws_api_gateway_domain_name'],
    path: ['security_policy'],
    must: { notBe: ['TLS_1_0'] },
    absent: 'safe',
    safe: '"TLS_1_2"',
    bad: [
      {
        text: `
resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_0" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_2"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = var.setting
}

resource "aws_api_gateway_domain_name" "other" {
  domain_name = "api.example.com"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-lb-drops-no-invalid-headers',
    title: 'Load balancer passes invalid headers on',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0052', 'AVD-AWS-0052'],
      checkov: ['CKV_AWS_131'],
      kics: ['6e3fd2ed-5c83-4c68-9679-7700d224d379'],
      semgrep: ['missing-alb-drop-http-headers'],
    },
    about: `Headers that two servers read differently are what request smuggling is made of.

Where \`drop_invalid_header_fields\` is not set it counts as well: the provider takes \`false\`. Network and gateway load balancers have no such setting.`,
    why: 'Headers that two servers read differently are what request smuggling is made of.',
    remedy: 'Set it to `true`.',
    resources: ['aws_lb', 'aws_alb'],
    path: ['drop_invalid_header_fields'],
    must: { be: [true] },
    absent: 'unsafe',
    when: { path: ['load_balancer_type'], oneOf: ['application', undefined] },
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_lb" "gate" {
  name                       = "gate"
  drop_invalid_header_fields = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_lb" "gate" { ◀
  name = "gate"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_lb" "gate" {
  name                       = "gate"
  drop_invalid_header_fields = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_lb" "gate" {
  name                       = "gate"
  drop_invalid_header_fields = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-msk-plaintext',
    title: 'Kafka clients may talk in clear',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0073', 'AVD-AWS-0073'],
      checkov: ['CKV_AWS_81'],
      kics: ['6db52fa6-d4da-4608-908a-89f0c59e743e'],
    },
    about: `Everything a client sends or reads may cross the network in clear.

Where \`encryption_info.encryption_in_transit.client_broker\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everything a client sends or reads may cross the network in clear.',
    remedy: 'Set it to `TLS`.',
    resources: ['aws_msk_cluster'],
    path: ['encryption_info', 'encryption_in_transit', 'client_broker'],
    must: { notBe: ['PLAINTEXT', 'TLS_PLAINTEXT'] },
    absent: 'safe',
    safe: '"TLS"',
    bad: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT" ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
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

resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  encryption_info {
    encryption_in_transit {
      client_broker = var.setting
    }
  }
}

resource "aws_msk_cluster" "other" {
  cluster_name = "events"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-msk-brokers-plaintext',
    title: 'Kafka brokers talk in clear',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0073', 'AVD-AWS-0073'],
      checkov: ['CKV_AWS_81'],
      kics: ['6db52fa6-d4da-4608-908a-89f0c59e743e'],
    },
    about: `Every message crosses the network between the brokers in clear.

Where \`encryption_info.encryption_in_transit.in_cluster\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every message crosses the network between the brokers in clear.',
    remedy: 'Set it to `true`; it replaces the cluster.',
    resources: ['aws_msk_cluster'],
    path: ['encryption_info', 'encryption_in_transit', 'in_cluster'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  encryption_info {
    encryption_in_transit {
      in_cluster = false ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  encryption_info {
    encryption_in_transit {
      in_cluster = true
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

resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  encryption_info {
    encryption_in_transit {
      in_cluster = var.setting
    }
  }
}

resource "aws_msk_cluster" "other" {
  cluster_name = "events"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-api-gateway-cache-unencrypted',
    title: 'Cached answers are not encrypted',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0002', 'AVD-AWS-0002'],
      checkov: ['CKV_AWS_308'],
      kics: ['b7c9a40c-23e4-4a2d-8d39-a3352f10f288'],
    },
    about: `Answers, personal ones too, lie in clear in the cache.

Where its block is there and \`cache_data_encrypted\` is not set it counts as well: the provider takes \`false\`. It matters only where caching is on.`,
    why: 'Answers, personal ones too, lie in clear in the cache.',
    remedy: 'Set it to `true`.',
    resources: ['aws_api_gateway_method_settings'],
    path: ['settings', 'cache_data_encrypted'],
    must: { be: [true] },
    absent: 'unsafe-in-block',
    when: { path: ['settings', 'caching_enabled'], oneOf: [true] },
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_api_gateway_method_settings" "all" {
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = false ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_api_gateway_method_settings" "all" {
  method_path = "*/*"

  settings { ◀
    caching_enabled = true
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_api_gateway_method_settings" "all" {
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_api_gateway_method_settings" "all" {
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-http',
    title: 'App accepts plain HTTP',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0004', 'AZU-0072', 'AVD-AZU-0004'],
      checkov: ['CKV_AZURE_14', 'CKV_AZURE_70'],
      kics: ['11e9a948-c6c3-4a0f-8dcf-b5cf1763cdbe'],
      semgrep: ['azure-appservice-https-only'],
    },
    about: `Whoever sits on the line reads cookies and tokens of the first request.

Where \`https_only\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Whoever sits on the line reads cookies and tokens of the first request.',
    remedy: 'Set it to `true`.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
      'azurerm_linux_web_app_slot',
      'azurerm_windows_web_app_slot',
    ],
    path: ['https_only'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name       = "shop"
  https_only = false ◀
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
  name       = "shop"
  https_only = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_linux_web_app" "shop" {
  name       = "shop"
  https_only = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/overview-tls'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-old-tls',
    title: 'App accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0006', 'AVD-AZU-0006'],
      checkov: ['CKV_AZURE_15', 'CKV_AZURE_145'],
      kics: ['b7b9d1c7-2d3b-49b4-b867-ebbe68d0b643'],
      semgrep: ['azure-appservice-min-tls-version'],
    },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where \`site_config.minimum_tls_version\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Set it to `1.2` or newer.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
      'azurerm_linux_web_app_slot',
      'azurerm_windows_web_app_slot',
    ],
    path: ['site_config', 'minimum_tls_version'],
    orNamed: ['min_tls_version'],
    must: { notBe: ['1.0', '1.1', 1.1] },
    absent: 'safe',
    safe: '"1.2"',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    minimum_tls_version = "1.0" ◀
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
    minimum_tls_version = "1.2"
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
    minimum_tls_version = var.setting
  }
}

resource "azurerm_linux_web_app" "other" {
  name = "shop"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/overview-tls'],
  },
  {
    type: 'attribute',
    id: 'azure-app-service-ftp',
    title: 'App accepts FTP',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0071', 'AVD-AZU-0071'],
      checkov: ['CKV_AZURE_78'],
      kics: ['85da374f-b00f-4832-9d44-84a1ca1e89f8'],
    },
    about: `The password of the deployment crosses the network in clear.

Where \`site_config.ftps_state\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The password of the deployment crosses the network in clear.',
    remedy: 'Set it to `FtpsOnly` or `Disabled`.',
    resources: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_app_service',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app',
      'azurerm_linux_web_app_slot',
      'azurerm_windows_web_app_slot',
    ],
    path: ['site_config', 'ftps_state'],
    must: { notBe: ['AllAllowed'] },
    absent: 'safe',
    safe: '"FtpsOnly"',
    bad: [
      {
        text: `
resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    ftps_state = "AllAllowed" ◀
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
    ftps_state = "FtpsOnly"
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
    ftps_state = var.setting
  }
}

resource "azurerm_linux_web_app" "other" {
  name = "shop"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/app-service/deploy-ftp'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-http',
    title: 'Storage account accepts plain HTTP',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0008', 'AVD-AZU-0008'],
      checkov: ['CKV_AZURE_3'],
      kics: ['12944ec4-1fa0-47be-8b17-42a034f937c2'],
      semgrep: ['storage-enforce-https'],
    },
    about: `Keys and data cross the network in clear.

Where \`https_traffic_only_enabled\` is not set the provider takes a safe value, and nothing is said. An account for NFS 3.0 must have it off, and is left alone.`,
    why: 'Keys and data cross the network in clear.',
    remedy: 'Delete the line, or set it to `true`.',
    resources: ['azurerm_storage_account'],
    path: ['https_traffic_only_enabled'],
    orNamed: ['enable_https_traffic_only'],
    must: { notBe: [false] },
    absent: 'safe',
    unless: [{ path: ['nfsv3_enabled'], oneOf: [true] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                       = "orchard"
  https_traffic_only_enabled = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                       = "orchard"
  https_traffic_only_enabled = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account" "orchard" {
  name                       = "orchard"
  https_traffic_only_enabled = var.setting
}

resource "azurerm_storage_account" "other" {
  name = "orchard"
}`,
      },
      {
        note: 'NFS 3.0 does not work with it:',
        text: `
resource "azurerm_storage_account" "orchard" {
  name                       = "orchard"
  is_hns_enabled             = true
  nfsv3_enabled              = true
  https_traffic_only_enabled = false
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-old-tls',
    title: 'Storage account accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0011', 'AVD-AZU-0011'],
      checkov: ['CKV_AZURE_44'],
      kics: ['8263f146-5e03-43e0-9cfe-db960d56d1e7'],
      semgrep: ['storage-use-secure-tls-policy'],
    },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where \`min_tls_version\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Set it to `TLS1_2`.',
    resources: ['azurerm_storage_account'],
    path: ['min_tls_version'],
    must: { notBe: ['TLS1_0', 'TLS1_1'] },
    absent: 'safe',
    safe: '"TLS1_2"',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name            = "orchard"
  min_tls_version = "TLS1_0" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name            = "orchard"
  min_tls_version = "TLS1_2"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account" "orchard" {
  name            = "orchard"
  min_tls_version = var.setting
}

resource "azurerm_storage_account" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://learn.microsoft.com/en-us/azure/storage/common/transport-layer-security-configure-minimum-version',
    ],
  },
  {
    type: 'attribute',
    id: 'azure-database-plaintext',
    title: 'Database accepts connections in clear',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0020', 'AVD-AZU-0020'],
      checkov: ['CKV_AZURE_28', 'CKV_AZURE_29', 'CKV_AZURE_47'],
      kics: ['0437633b-daa6-4bbc-8526-c0d2443b946e'],
    },
    about: `Passwords and rows cross the network in clear.

Where \`ssl_enforcement_enabled\` is not set it counts as well: it must be set.`,
    why: 'Passwords and rows cross the network in clear.',
    remedy: 'Set it to `true`.',
    resources: ['azurerm_postgresql_server', 'azurerm_mysql_server', 'azurerm_mariadb_server'],
    path: ['ssl_enforcement_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_postgresql_server" "ledger" {
  name                    = "ledger"
  ssl_enforcement_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_postgresql_server" "ledger" { ◀
  name = "ledger"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_postgresql_server" "ledger" {
  name                    = "ledger"
  ssl_enforcement_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_postgresql_server" "ledger" {
  name                    = "ledger"
  ssl_enforcement_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/postgresql/single-server/concepts-ssl-connection-security'],
  },
  {
    type: 'attribute',
    id: 'azure-database-old-tls',
    title: 'Database accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['AZU-0026', 'AVD-AZU-0026'], checkov: ['CKV_AZURE_52', 'CKV_AZURE_147', 'CKV_AZURE_54'] },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where \`minimum_tls_version\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Set it to TLS 1.2.',
    resources: [
      'azurerm_mssql_server',
      'azurerm_postgresql_server',
      'azurerm_mysql_server',
      'azurerm_mariadb_server',
      'azurerm_mssql_managed_instance',
    ],
    path: ['minimum_tls_version'],
    orNamed: ['ssl_minimal_tls_version_enforced'],
    must: { notBe: ['1.0', '1.1', 'Disabled', 'TLS1_0', 'TLS1_1', 'TLSEnforcementDisabled', 1.1] },
    absent: 'safe',
    safe: '"1.2"',
    bad: [
      {
        text: `
resource "azurerm_mssql_server" "ledger" {
  name                = "ledger"
  minimum_tls_version = "1.0" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_mssql_server" "ledger" {
  name                = "ledger"
  minimum_tls_version = "1.2"
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
  minimum_tls_version = var.setting
}

resource "azurerm_mssql_server" "other" {
  name = "ledger"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings'],
  },
  {
    type: 'attribute',
    id: 'azure-redis-plaintext',
    title: 'Redis accepts connections in clear',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AZURE_91'], kics: ['e29a75e6-aba3-4896-b42d-b87818c16b58'] },
    about: `The access key crosses the network in clear with every connection.

Where \`non_ssl_port_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The access key crosses the network in clear with every connection.',
    remedy: 'Set it to `false`, and let clients connect to port 6380.',
    resources: ['azurerm_redis_cache'],
    path: ['non_ssl_port_enabled'],
    orNamed: ['enable_non_ssl_port'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_redis_cache" "sessions" {
  name                 = "sessions"
  non_ssl_port_enabled = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_redis_cache" "sessions" {
  name                 = "sessions"
  non_ssl_port_enabled = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_redis_cache" "sessions" {
  name                 = "sessions"
  non_ssl_port_enabled = var.setting
}

resource "azurerm_redis_cache" "other" {
  name = "sessions"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-tls-configuration'],
  },
  {
    type: 'attribute',
    id: 'azure-redis-old-tls',
    title: 'Redis accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: { checkov: ['CKV_AZURE_148'] },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where \`minimum_tls_version\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Set it to `1.2`.',
    resources: ['azurerm_redis_cache'],
    path: ['minimum_tls_version'],
    must: { notBe: ['1.0', '1.1', 1.1] },
    absent: 'safe',
    safe: '"1.2"',
    bad: [
      {
        text: `
resource "azurerm_redis_cache" "sessions" {
  name                = "sessions"
  minimum_tls_version = "1.0" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_redis_cache" "sessions" {
  name                = "sessions"
  minimum_tls_version = "1.2"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_redis_cache" "sessions" {
  name                = "sessions"
  minimum_tls_version = var.setting
}

resource "azurerm_redis_cache" "other" {
  name = "sessions"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-tls-configuration'],
  },
  {
    type: 'attribute',
    id: 'gcp-ssl-policy-old-tls',
    title: 'SSL policy accepts old TLS',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0039', 'AVD-GCP-0039'],
      checkov: ['CKV_GCP_4'],
      kics: ['14a457f0-473d-4d1d-9e37-6d99b355b336'],
      semgrep: ['gcp-compute-ssl-policy'],
    },
    about: `TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.

Where \`min_tls_version\` is not set it counts as well: the provider takes \`TLS_1_0\`. The profile RESTRICTED implies TLS 1.2.`,
    why: 'TLS 1.0 and 1.1 are retired (RFC 8996): whoever sits on the line can force a connection down to ciphers that are broken.',
    remedy: 'Set it to `TLS_1_2`.',
    resources: ['google_compute_ssl_policy'],
    path: ['min_tls_version'],
    must: { be: ['TLS_1_2', 'TLS_1_3'] },
    absent: 'unsafe',
    unless: [{ path: ['profile'], oneOf: ['RESTRICTED'] }],
    safe: '"TLS_1_2"',
    bad: [
      {
        text: `
resource "google_compute_ssl_policy" "gate" {
  name            = "gate"
  min_tls_version = "TLS_1_0" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_compute_ssl_policy" "gate" { ◀
  name = "gate"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_ssl_policy" "gate" {
  name            = "gate"
  min_tls_version = "TLS_1_2"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_ssl_policy" "gate" {
  name            = "gate"
  min_tls_version = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/load-balancing/docs/ssl-policies-concepts'],
  },
  {
    type: 'attribute',
    id: 'gcp-sql-plaintext',
    title: 'Cloud SQL accepts connections in clear',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0015', 'AVD-GCP-0015'],
      checkov: ['CKV_GCP_6'],
      kics: ['02474449-71aa-40a1-87ae-e14497747b00'],
      semgrep: ['gcp-sql-database-require-ssl'],
    },
    about: `Passwords and rows may cross the network in clear.

Where \`settings.ip_configuration.ssl_mode\` is not set it counts as well: connections in clear are then accepted.`,
    why: 'Passwords and rows may cross the network in clear.',
    remedy: 'Set it to `ENCRYPTED_ONLY`.',
    resources: ['google_sql_database_instance'],
    path: ['settings', 'ip_configuration', 'ssl_mode'],
    orNamed: ['require_ssl'],
    must: { be: ['ENCRYPTED_ONLY', 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED', true] },
    absent: 'unsafe',
    absentSeverity: 'low',
    unless: [{ path: ['master_instance_name'] }],
    safe: '"ENCRYPTED_ONLY"',
    bad: [
      {
        text: `
resource "google_sql_database_instance" "ledger" {
  database_version = "POSTGRES_17"

  settings {
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ALLOW_UNENCRYPTED_AND_ENCRYPTED" ◀
    }
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_sql_database_instance" "ledger" { ◀
  database_version = "POSTGRES_17"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_sql_database_instance" "ledger" {
  database_version = "POSTGRES_17"

  settings {
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
    }
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_sql_database_instance" "ledger" {
  database_version = "POSTGRES_17"

  settings {
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = var.setting
    }
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/sql/docs/postgres/configure-ssl-instance'],
  },
];
