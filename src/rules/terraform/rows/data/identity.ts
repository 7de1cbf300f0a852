import type { Row } from '../row.ts';

/** Roles that may do everything, accounts without guard. */
export const identity: readonly Row[] = [
  {
    type: 'attribute',
    id: 'aws-administrator-access',
    title: 'AdministratorAccess is attached',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: { checkov: ['CKV_AWS_274'], semgrep: ['aws-iam-admin-policy'] },
    about: `Whoever gets hold of it, by a leaked key or a hole in a program, owns the account.

Where \`policy_arn\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever gets hold of it, by a leaked key or a hole in a program, owns the account.',
    remedy: 'Attach a policy with the actions that are needed.',
    resources: [
      'aws_iam_role_policy_attachment',
      'aws_iam_user_policy_attachment',
      'aws_iam_group_policy_attachment',
      'aws_iam_policy_attachment',
    ],
    path: ['policy_arn'],
    must: { notMatch: '^arn:[^:]*:iam::aws:policy/AdministratorAccess$' },
    absent: 'safe',
    bad: [
      {
        text: `
resource "aws_iam_role_policy_attachment" "deployer" {
  role       = "deployer"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" ◀
}`,
      },
      {
        note: 'In whatever partition:',
        text: `
data "aws_partition" "here" {}

resource "aws_iam_role_policy_attachment" "deployer" {
  role       = "deployer"
  policy_arn = "arn:\${data.aws_partition.here.partition}:iam::aws:policy/AdministratorAccess" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_role_policy_attachment" "deployer" {
  role       = "deployer"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_role_policy_attachment" "deployer" {
  role       = "deployer"
  policy_arn = var.setting
}

resource "aws_iam_role_policy_attachment" "other" {
  role = "deployer"
}`,
      },
    ],
    whenNot: 'For the role of a break-glass account, guarded by multi-factor authentication.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  },
  {
    type: 'attribute',
    id: 'aws-administrator-access-managed',
    title: 'Role has AdministratorAccess',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: { checkov: ['CKV_AWS_274'] },
    about: `Whoever gets hold of it, by a leaked key or a hole in a program, owns the account.

Where \`managed_policy_arns\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever gets hold of it, by a leaked key or a hole in a program, owns the account.',
    remedy: 'Attach a policy with the actions that are needed.',
    resources: ['aws_iam_role'],
    path: ['managed_policy_arns'],
    must: { notContain: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "aws_iam_role" "deployer" {
  name                = "deployer"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_role" "deployer" {
  name                = "deployer"
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_role" "deployer" {
  name                = "deployer"
  managed_policy_arns = var.setting
}

resource "aws_iam_role" "other" {
  name = "deployer"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  },
  {
    type: 'attribute',
    id: 'aws-sso-administrator-access',
    title: 'Permission set is administrator',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: { checkov: ['CKV_AWS_274'] },
    about: `Everybody who is assigned the set owns the accounts it is assigned for.

Where \`managed_policy_arn\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody who is assigned the set owns the accounts it is assigned for.',
    remedy: 'Attach a policy with the actions that are needed.',
    resources: ['aws_ssoadmin_managed_policy_attachment'],
    path: ['managed_policy_arn'],
    must: { notMatch: '^arn:[^:]*:iam::aws:policy/AdministratorAccess$' },
    absent: 'safe',
    bad: [
      {
        text: `
resource "aws_ssoadmin_managed_policy_attachment" "growers" {
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ssoadmin_managed_policy_attachment" "growers" {
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  managed_policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ssoadmin_managed_policy_attachment" "growers" {
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  managed_policy_arn = var.setting
}

resource "aws_ssoadmin_managed_policy_attachment" "other" {
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html'],
  },
  {
    type: 'attribute',
    id: 'aws-root-access-key',
    title: 'Root user gets an access key',
    severity: 'critical',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0141', 'AVD-AWS-0141'],
      checkov: ['CKV_AWS_348'],
      kics: ['970d224d-b42a-416b-81f9-8f4dfe70c4bc'],
    },
    about: `A key of the root user can do everything, close the account too, and no policy restrains it.

Where \`user\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A key of the root user can do everything, close the account too, and no policy restrains it.',
    remedy: 'Delete it; give a role to what needs access.',
    resources: ['aws_iam_access_key'],
    path: ['user'],
    must: { notBe: ['root'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "aws_iam_access_key" "key" {
  user = "root" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_access_key" "key" {
  user = "deployer"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_access_key" "key" {
  user = var.setting
}

resource "aws_iam_access_key" "other" {
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_add-key.html'],
  },
  {
    type: 'attribute',
    id: 'aws-lambda-any-principal',
    title: 'Everybody may call the function',
    severity: 'critical',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_301'], kics: ['e08ed7eb-f3ef-494d-9d22-2e3db756a347'] },
    about: `With the principal \`*\` every AWS account can call the function, at your cost and with what it may do. Where an organisation, a source or the type of a function address narrows it, nothing is said.

Where \`principal\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every AWS account can call the function, at your cost and with what it may do.',
    remedy: 'Name the service or the account, and its `source_arn`.',
    resources: ['aws_lambda_permission'],
    path: ['principal'],
    must: { notBe: ['*'] },
    absent: 'safe',
    unless: [
      { path: ['principal_org_id'] },
      { path: ['source_arn'] },
      { path: ['source_account'] },
      { path: ['function_url_auth_type'] },
    ],
    bad: [
      {
        text: `
resource "aws_lambda_permission" "press" {
  action        = "lambda:InvokeFunction"
  function_name = "press"
  principal     = "*" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_lambda_permission" "press" {
  action        = "lambda:InvokeFunction"
  function_name = "press"
  principal     = "events.amazonaws.com"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_lambda_permission" "press" {
  action        = "lambda:InvokeFunction"
  function_name = "press"
  principal     = var.setting
}

resource "aws_lambda_permission" "other" {
  action        = "lambda:InvokeFunction"
  function_name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  },
  {
    type: 'attribute',
    id: 'aws-lambda-no-source',
    title: 'Any account may call the function by a service',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0067', 'AVD-AWS-0067'],
      checkov: ['CKV_AWS_364'],
      semgrep: ['aws-lambda-permission-unrestricted-source-arn'],
    },
    about: `A bucket or topic of any AWS account can make the service call the function: the confused deputy.

Where \`source_arn\` is not set it counts as well: then nothing narrows the service. \`source_account\` and an organisation do as well; principals that are not shared services are left alone.`,
    why: 'A bucket or topic of any AWS account can make the service call the function: the confused deputy.',
    remedy: 'Name the `source_arn` that calls it.',
    resources: ['aws_lambda_permission'],
    path: ['source_arn'],
    must: { beSet: true },
    absent: 'unsafe',
    when: {
      path: ['principal'],
      oneOf: [
        's3.amazonaws.com',
        'sns.amazonaws.com',
        'events.amazonaws.com',
        'apigateway.amazonaws.com',
        'logs.amazonaws.com',
        'sqs.amazonaws.com',
        'iot.amazonaws.com',
        'config.amazonaws.com',
        'ses.amazonaws.com',
        'cloudwatch.amazonaws.com',
        'scheduler.amazonaws.com',
        'elasticloadbalancing.amazonaws.com',
        'secretsmanager.amazonaws.com',
        'cognito-idp.amazonaws.com',
      ],
    },
    unless: [{ path: ['source_account'] }, { path: ['principal_org_id'] }],
    bad: [
      {
        text: `
resource "aws_lambda_permission" "press" {
  action        = "lambda:InvokeFunction"
  function_name = "press"
  principal     = "s3.amazonaws.com"
  source_arn    = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_lambda_permission" "press" { ◀
  action        = "lambda:InvokeFunction"
  function_name = "press"
  principal     = "s3.amazonaws.com"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_lambda_permission" "press" {
  action        = "lambda:InvokeFunction"
  function_name = "press"
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::orchard-harvest"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_lambda_permission" "press" {
  action        = "lambda:InvokeFunction"
  function_name = "press"
  principal     = "s3.amazonaws.com"
  source_arn    = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html'],
  },
  {
    type: 'presence',
    id: 'aws-exclusive-policy-attachment',
    title: 'Attachment detaches the policy from everything else',
    severity: 'low',
    domain: 'correctness',
    aliases: { tflint: ['aws_iam_policy_attachment_exclusive_attachment'] },
    about: `The resource owns all attachments of the policy in the account: what others attached by hand, or in another state, is detached on the next apply.`,
    why: 'The resource owns all attachments of the policy in the account: what others attached by hand, or in another state, is detached on the next apply.',
    remedy: 'Use `aws_iam_role_policy_attachment`, and its siblings for users and groups.',
    resources: ['aws_iam_policy_attachment'],
    bad: [
      {
        text: `
resource "aws_iam_policy_attachment" "press" { ◀
  name       = "press"
  roles      = ["press"]
  policy_arn = "arn:aws:iam::111122223333:policy/press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_role_policy_attachment" "press" {
  role       = "press"
  policy_arn = "arn:aws:iam::111122223333:policy/press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment'],
  },
  {
    type: 'attribute',
    id: 'aws-password-policy-uppercase',
    title: 'Passwords need no uppercase letters',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0061', 'AVD-AWS-0061'], checkov: ['CKV_AWS_15'] },
    about: `Compliance rules that ask for it are not met; length protects better.

Where \`require_uppercase_characters\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Compliance rules that ask for it are not met; length protects better.',
    remedy: 'Set it to `true`.',
    resources: ['aws_iam_account_password_policy'],
    path: ['require_uppercase_characters'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 14
  require_uppercase_characters = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_iam_account_password_policy" "this" { ◀
  minimum_password_length = 14
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 14
  require_uppercase_characters = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 14
  require_uppercase_characters = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  },
  {
    type: 'attribute',
    id: 'aws-password-policy-numbers',
    title: 'Passwords need no digits',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0059', 'AVD-AWS-0059'], checkov: ['CKV_AWS_12'] },
    about: `Compliance rules that ask for it are not met; length protects better.

Where \`require_numbers\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Compliance rules that ask for it are not met; length protects better.',
    remedy: 'Set it to `true`.',
    resources: ['aws_iam_account_password_policy'],
    path: ['require_numbers'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length = 14
  require_numbers         = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_iam_account_password_policy" "this" { ◀
  minimum_password_length = 14
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length = 14
  require_numbers         = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length = 14
  require_numbers         = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  },
  {
    type: 'attribute',
    id: 'aws-password-policy-symbols',
    title: 'Passwords need no symbols',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0060', 'AVD-AWS-0060'], checkov: ['CKV_AWS_14'] },
    about: `Compliance rules that ask for it are not met; length protects better.

Where \`require_symbols\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Compliance rules that ask for it are not met; length protects better.',
    remedy: 'Set it to `true`.',
    resources: ['aws_iam_account_password_policy'],
    path: ['require_symbols'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length = 14
  require_symbols         = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_iam_account_password_policy" "this" { ◀
  minimum_password_length = 14
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length = 14
  require_symbols         = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length = 14
  require_symbols         = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  },
  {
    type: 'attribute',
    id: 'aws-password-policy-lowercase',
    title: 'Passwords need no lowercase letters',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0058', 'AVD-AWS-0058'], checkov: ['CKV_AWS_11'] },
    about: `Compliance rules that ask for it are not met; length protects better.

Where \`require_lowercase_characters\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Compliance rules that ask for it are not met; length protects better.',
    remedy: 'Set it to `true`.',
    resources: ['aws_iam_account_password_policy'],
    path: ['require_lowercase_characters'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 14
  require_lowercase_characters = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_iam_account_password_policy" "this" { ◀
  minimum_password_length = 14
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 14
  require_lowercase_characters = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 14
  require_lowercase_characters = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  },
  {
    type: 'attribute',
    id: 'aws-password-policy-reuse',
    title: 'Old passwords may be used again',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0056', 'AVD-AWS-0056'], checkov: ['CKV_AWS_13'] },
    about: `A password that leaked comes back into use.

Where \`password_reuse_prevention\` is not set it counts as well: AWS remembers none.`,
    why: 'A password that leaked comes back into use.',
    remedy: 'Set it to 24.',
    resources: ['aws_iam_account_password_policy'],
    path: ['password_reuse_prevention'],
    must: { beAtLeast: 5 },
    absent: 'unsafe',
    safe: '24',
    bad: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length   = 14
  password_reuse_prevention = 1 ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_iam_account_password_policy" "this" { ◀
  minimum_password_length = 14
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length   = 14
  password_reuse_prevention = 24
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length   = 14
  password_reuse_prevention = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  },
  {
    type: 'attribute',
    id: 'aws-password-policy-length',
    title: 'Passwords may be short',
    severity: 'low',
    domain: 'security',
    aliases: { trivy: ['AWS-0063', 'AVD-AWS-0063'], checkov: ['CKV_AWS_10'] },
    about: `Short passwords are guessed.

Where \`minimum_password_length\` is not set it counts as well: the provider takes 6.`,
    why: 'Short passwords are guessed.',
    remedy: 'Set it to 14 or more.',
    resources: ['aws_iam_account_password_policy'],
    path: ['minimum_password_length'],
    must: { beAtLeast: 14 },
    absent: 'unsafe',
    safe: '14',
    bad: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  require_symbols         = true
  minimum_password_length = 8 ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_iam_account_password_policy" "this" { ◀
  require_symbols = true
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_iam_account_password_policy" "this" {
  require_symbols         = true
  minimum_password_length = 14
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_iam_account_password_policy" "this" {
  require_symbols         = true
  minimum_password_length = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  },
  {
    type: 'attribute',
    id: 'azure-role-any-action',
    title: 'Custom role may do everything',
    severity: 'critical',
    domain: 'security',
    aliases: { trivy: ['AZU-0030', 'AVD-AZU-0030'], checkov: ['CKV_AZURE_39'] },
    about: `Whoever has the role owns what it is assigned for, and can hand it on.

Where \`permissions.actions\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever has the role owns what it is assigned for, and can hand it on.',
    remedy: 'Name the actions that are needed.',
    resources: ['azurerm_role_definition'],
    path: ['permissions', 'actions'],
    must: { notContain: ['*'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "azurerm_role_definition" "press" {
  name = "press operator"

  permissions {
    actions = ["*"] ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_role_definition" "press" {
  name = "press operator"

  permissions {
    actions = ["Microsoft.Compute/virtualMachines/read"]
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_role_definition" "press" {
  name = "press operator"

  permissions {
    actions = var.setting
  }
}

resource "azurerm_role_definition" "other" {
  name = "press operator"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles'],
  },
  {
    type: 'attribute',
    id: 'azure-owner-assignment',
    title: 'Owner is assigned',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: {},
    about: `Whoever has the role can give any role to anybody, and so do everything.

Where \`role_definition_name\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever has the role can give any role to anybody, and so do everything.',
    remedy: 'Assign the role that is needed, or add a condition that limits the roles it may give.',
    resources: ['azurerm_role_assignment'],
    path: ['role_definition_name'],
    must: { notBe: ['Owner', 'User Access Administrator', 'Role Based Access Control Administrator'] },
    absent: 'safe',
    unless: [{ path: ['condition'] }],
    bad: [
      {
        text: `
resource "azurerm_role_assignment" "growers" {
  principal_id         = "8d1f2a30-0000-4000-8000-000000000000"
  role_definition_name = "Owner" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_role_assignment" "growers" {
  principal_id         = "8d1f2a30-0000-4000-8000-000000000000"
  role_definition_name = "Reader"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_role_assignment" "growers" {
  principal_id         = "8d1f2a30-0000-4000-8000-000000000000"
  role_definition_name = var.setting
}

resource "azurerm_role_assignment" "other" {
  principal_id = "8d1f2a30-0000-4000-8000-000000000000"
}`,
      },
      {
        note: 'Limited by a condition:',
        text: `
resource "azurerm_role_assignment" "growers" {
  principal_id         = "8d1f2a30-0000-4000-8000-000000000000"
  role_definition_name = "Role Based Access Control Administrator"
  condition            = file("only-readers.txt")
  condition_version    = "2.0"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/role-based-access-control/best-practices'],
  },
  {
    type: 'attribute',
    id: 'gcp-basic-role',
    title: 'Basic role is granted',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    aliases: {
      trivy: ['GCP-0007', 'AVD-GCP-0007'],
      checkov: ['CKV_GCP_42', 'CKV_GCP_117'],
      semgrep: ['gcp-project-member-default-service-account-iam-member'],
    },
    about: `Owner and editor may change nearly everything in the project; whoever gets hold of the account does too. The
account of Google's own services (\`@cloudservices\`) has editor from the start, and is not reported.

Where \`role\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Owner and editor may change nearly everything in the project; whoever gets hold of the account does too.',
    remedy: 'Grant the roles that are needed.',
    resources: [
      'google_project_iam_member',
      'google_project_iam_binding',
      'google_folder_iam_member',
      'google_folder_iam_binding',
      'google_organization_iam_member',
      'google_organization_iam_binding',
    ],
    path: ['role'],
    must: { notBe: ['roles/owner', 'roles/editor'] },
    absent: 'safe',
    unless: [
      { path: ['member'], matching: '@cloudservices\\.gserviceaccount\\.com$' },
      { path: ['members'], matching: '@cloudservices\\.gserviceaccount\\.com$' },
    ],
    bad: [
      {
        text: `
resource "google_project_iam_member" "press" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
  role    = "roles/editor" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_project_iam_member" "press" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
  role    = "roles/run.developer"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_project_iam_member" "press" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
  role    = var.setting
}

resource "google_project_iam_member" "other" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
}`,
      },
      {
        note: 'The account by which Google itself makes the instances of the project has this role from the start:',
        text: `
resource "google_project_iam_member" "builder" {
  project = "orchard"
  member  = "serviceAccount:\${data.google_project.orchard.number}@cloudservices.gserviceaccount.com"
  role    = "roles/editor"
}

resource "google_project_iam_binding" "builders" {
  project = "orchard"
  members = ["serviceAccount:123456789012@cloudservices.gserviceaccount.com"]
  role    = "roles/editor"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/iam/docs/roles-overview#basic'],
  },
  {
    type: 'attribute',
    id: 'gcp-admin-service-account',
    title: 'Service account is administrator',
    severity: 'medium',
    domain: 'security',
    confidence: 'likely',
    strictness: 'pedantic',
    aliases: { kics: ['84d36481-fd63-48cb-838e-635c44806ec2'] },
    about: `A program with an administrator's role is one hole away from giving itself the rest.

Where \`role\` is not set the provider takes a safe value, and nothing is said.`,
    why: "A program with an administrator's role is one hole away from giving itself the rest.",
    remedy: 'Grant the roles that are needed, on the resource that needs them.',
    resources: [
      'google_project_iam_member',
      'google_project_iam_binding',
      'google_folder_iam_member',
      'google_folder_iam_binding',
      'google_organization_iam_member',
      'google_organization_iam_binding',
    ],
    path: ['role'],
    must: {
      notMatch:
        '^roles/(iam\\.(securityAdmin|serviceAccountAdmin|serviceAccountKeyAdmin|organizationRoleAdmin)|resourcemanager\\.(projectIamAdmin|organizationAdmin|folderAdmin)|iam\\.admin)$|Admin$',
    },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_project_iam_member" "press" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
  role    = "roles/resourcemanager.projectIamAdmin" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_project_iam_member" "press" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
  role    = "roles/iam.roleViewer"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_project_iam_member" "press" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
  role    = var.setting
}

resource "google_project_iam_member" "other" {
  project = "orchard"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/iam/docs/using-iam-securely'],
  },
  {
    type: 'attribute',
    id: 'gcp-impersonation-everywhere',
    title: 'Every service account may be impersonated',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0005', 'GCP-0009', 'GCP-0011', 'AVD-GCP-0005', 'AVD-GCP-0009', 'AVD-GCP-0011'],
      checkov: ['CKV_GCP_41', 'CKV_GCP_45', 'CKV_GCP_47', 'CKV_GCP_49'],
      kics: ['617ef6ff-711e-4bd7-94ae-e965911b1b40', 'c68b4e6d-4e01-4ca1-b256-1e18e875785c'],
    },
    about: `On this level it holds for every service account below, the most powerful one too.

Where \`role\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'On this level it holds for every service account below, the most powerful one too.',
    remedy: 'Grant it on the one service account, by `google_service_account_iam_member`.',
    resources: [
      'google_project_iam_member',
      'google_project_iam_binding',
      'google_folder_iam_member',
      'google_folder_iam_binding',
      'google_organization_iam_member',
      'google_organization_iam_binding',
    ],
    path: ['role'],
    must: { notBe: ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_project_iam_member" "growers" {
  project = "orchard"
  member  = "group:growers@example.com"
  role    = "roles/iam.serviceAccountTokenCreator" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_project_iam_member" "growers" {
  project = "orchard"
  member  = "group:growers@example.com"
  role    = "roles/iam.serviceAccountViewer"
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
  member  = "group:growers@example.com"
  role    = var.setting
}

resource "google_project_iam_member" "other" {
  project = "orchard"
  member  = "group:growers@example.com"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  },
  {
    type: 'attribute',
    id: 'gcp-default-account-role',
    title: 'Default service account gets a role',
    severity: 'low',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0004', 'GCP-0006', 'GCP-0008', 'AVD-GCP-0004', 'AVD-GCP-0006', 'AVD-GCP-0008'],
      checkov: ['CKV_GCP_46', 'CKV_GCP_48', 'CKV_GCP_44'],
    },
    about: `Every machine that names no account of its own runs as this one, and gets the role too.

Where \`member\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every machine that names no account of its own runs as this one, and gets the role too.',
    remedy: 'Make a service account for the program that needs the role.',
    resources: [
      'google_project_iam_member',
      'google_project_iam_binding',
      'google_folder_iam_member',
      'google_folder_iam_binding',
      'google_organization_iam_member',
      'google_organization_iam_binding',
    ],
    path: ['member'],
    orNamed: ['members'],
    must: { notMatch: '-compute@developer\\.gserviceaccount\\.com$|@appspot\\.gserviceaccount\\.com$' },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_project_iam_member" "press" {
  project = "orchard"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:123456789012-compute@developer.gserviceaccount.com" ◀
}`,
      },
      {
        note: 'With the number of a project that is not known, and asked from the provider:',
        text: `
data "google_compute_default_service_account" "machines" {}

resource "google_project_iam_member" "one" {
  project = "orchard"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:\${var.number}-compute@developer.gserviceaccount.com" ◀
}

resource "google_project_iam_member" "other" {
  project = "orchard"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:\${data.google_compute_default_service_account.machines.email}" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_project_iam_member" "press" {
  project = "orchard"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:press@orchard.iam.gserviceaccount.com"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_project_iam_member" "press" {
  project = "orchard"
  role    = "roles/storage.objectViewer"
  member  = var.setting
}

resource "google_project_iam_member" "other" {
  project = "orchard"
  role    = "roles/storage.objectViewer"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/iam/docs/service-account-types#default'],
  },
  {
    type: 'attribute',
    id: 'gcp-personal-account',
    title: 'Personal account gets a role',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['GCP-0069', 'AVD-GCP-0069'] },
    about: `It is outside of your directory: nobody takes it away when its owner leaves.

Where \`member\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'It is outside of your directory: nobody takes it away when its owner leaves.',
    remedy: 'Use an account of the organisation, or a group.',
    resources: [
      'google_project_iam_member',
      'google_project_iam_binding',
      'google_folder_iam_member',
      'google_folder_iam_binding',
      'google_organization_iam_member',
      'google_organization_iam_binding',
    ],
    path: ['member'],
    orNamed: ['members'],
    must: { notMatch: '^user:.*@(gmail|googlemail)\\.com$' },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_project_iam_member" "grower" {
  project = "orchard"
  role    = "roles/viewer"
  member  = "user:grower@gmail.com" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_project_iam_member" "grower" {
  project = "orchard"
  role    = "roles/viewer"
  member  = "user:grower@example.com"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_project_iam_member" "grower" {
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
    references: ['https://cloud.google.com/iam/docs/using-iam-securely'],
  },
  {
    type: 'attribute',
    id: 'gcp-workload-identity-no-condition',
    title: 'Every repository may log in',
    severity: 'medium',
    domain: 'security',
    confidence: 'likely',
    aliases: { trivy: ['GCP-0068', 'AVD-GCP-0068'], checkov: ['CKV_GCP_118', 'CKV_GCP_125'] },
    about: `Any workflow of anybody at the provider gets a token from the pool; one careless binding then lets it in.

Where \`attribute_condition\` is not set it counts as well: every token of the issuer is accepted. Providers of AWS and SAML are left alone.`,
    why: 'Any workflow of anybody at the provider gets a token from the pool; one careless binding then lets it in.',
    remedy: 'Add a condition on the owner or the repository.',
    resources: ['google_iam_workload_identity_pool_provider'],
    path: ['attribute_condition'],
    must: { beSet: true },
    absent: 'unsafe',
    unless: [{ path: ['aws'] }, { path: ['saml'] }, { path: ['x509'] }],
    bad: [
      {
        text: `
resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_iam_workload_identity_pool_provider" "github" { ◀
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "github"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "assertion.repository_owner == \\"orchard\\""
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "github"
  attribute_condition                = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines'],
  },
];
