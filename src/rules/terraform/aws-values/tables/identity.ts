import { between, form, growing, type ValueTable, words } from '../allowed.ts';
import { IAM_PATH, iamName } from '../names.ts';

const ARN = form(
  /^arn:aws[\w-]*:iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]+$/,
  'the ARN of a policy, as `arn:aws:iam::aws:policy/ReadOnlyAccess`',
);
const POLICY_HOLDER = { policy_arn: ARN };
const KEY_SPEC = growing(
  'SYMMETRIC_DEFAULT RSA_2048 RSA_3072 RSA_4096 ECC_NIST_P256 ECC_NIST_P384 ECC_NIST_P521 ECC_SECG_P256K1 ' +
    'ECC_NIST_EDWARDS25519 HMAC_224 HMAC_256 HMAC_384 HMAC_512 SM2 ML_DSA_44 ML_DSA_65 ML_DSA_87',
);
const WINDOW = between(7, 30);

/** Who may do what, keys and secrets. */
export const identity: ValueTable = {
  aws_iam_role: {
    name: iamName(64),
    name_prefix: iamName(38),
    path: IAM_PATH,
    max_session_duration: between(3600, 43_200),
  },
  aws_iam_policy: { name: iamName(128), name_prefix: iamName(102), path: IAM_PATH },
  aws_iam_user: { name: iamName(64), path: IAM_PATH },
  aws_iam_group: { name: iamName(128), path: IAM_PATH },
  aws_iam_instance_profile: { name: iamName(128), path: IAM_PATH },
  aws_iam_role_policy: { name: iamName(128) },
  aws_iam_user_policy: { name: iamName(128) },
  aws_iam_group_policy: { name: iamName(128) },
  aws_iam_server_certificate: { name: iamName(128), path: IAM_PATH },
  aws_iam_role_policy_attachment: POLICY_HOLDER,
  aws_iam_user_policy_attachment: POLICY_HOLDER,
  aws_iam_group_policy_attachment: POLICY_HOLDER,
  aws_iam_policy_attachment: { policy_arn: ARN },
  aws_iam_access_key: { status: words('Active Inactive') },
  aws_iam_user_ssh_key: { encoding: words('SSH PEM'), status: words('Active Inactive') },
  aws_iam_account_password_policy: {
    minimum_password_length: between(6, 128),
    max_password_age: between(0, 1095),
    password_reuse_prevention: between(1, 24, 0),
  },
  aws_kms_key: {
    key_usage: words('ENCRYPT_DECRYPT SIGN_VERIFY GENERATE_VERIFY_MAC KEY_AGREEMENT'),
    customer_master_key_spec: KEY_SPEC,
    deletion_window_in_days: WINDOW,
    rotation_period_in_days: between(90, 2560),
  },
  aws_kms_replica_key: { deletion_window_in_days: WINDOW },
  aws_kms_external_key: { deletion_window_in_days: WINDOW },
  aws_kms_alias: {
    name: form(
      /^alias\/(?!aws\/)[\w/-]{1,250}$/,
      '`alias/` and letters, digits, `_`, `-` and `/`, but not `alias/aws/`',
      /[^\w/-]/,
    ),
  },
  aws_secretsmanager_secret: {
    name: form(/^[\w/+=.@-]{1,512}$/, 'up to 512 letters, digits and `/_+=.@-`', /[^\w/+=.@-]/),
    recovery_window_in_days: between(7, 30, 0),
  },
  aws_ssm_parameter: {
    type: words('String StringList SecureString'),
    tier: words('Standard Advanced Intelligent-Tiering'),
    data_type: words('text aws:ssm:integration aws:ec2:image'),
    name: form(/^[\w./-]{1,2048}$/, 'letters, digits, `_`, `.`, `-` and `/`', /[^\w./-]/),
  },
  aws_ssm_document: {
    document_format: words('JSON TEXT YAML'),
    document_type: form(/^[A-Z][A-Za-z.]+$/, 'a type of document, as `Command` or `Automation`'),
  },
  aws_acm_certificate: {
    validation_method: growing('DNS EMAIL HTTP NONE'),
    key_algorithm: growing('RSA_1024 RSA_2048 RSA_3072 RSA_4096 EC_prime256v1 EC_secp384r1 EC_secp521r1'),
  },
  aws_cognito_user_pool: {
    mfa_configuration: words('OFF ON OPTIONAL'),
    username_attributes: words('email phone_number'),
    alias_attributes: words('email phone_number preferred_username'),
    auto_verified_attributes: words('email phone_number'),
    'password_policy.minimum_length': between(6, 99),
  },
  aws_cognito_identity_provider: {
    provider_type: words('SAML Facebook Google LoginWithAmazon SignInWithApple OIDC'),
  },
  aws_guardduty_detector: {
    finding_publishing_frequency: words('FIFTEEN_MINUTES ONE_HOUR SIX_HOURS'),
  },
  aws_organizations_organization: { feature_set: words('ALL CONSOLIDATED_BILLING') },
  aws_accessanalyzer_analyzer: {
    type: words(
      'ACCOUNT ORGANIZATION ACCOUNT_UNUSED_ACCESS ORGANIZATION_UNUSED_ACCESS ACCOUNT_INTERNAL_ACCESS ORGANIZATION_INTERNAL_ACCESS',
    ),
  },
  aws_wafv2_web_acl: {
    scope: words('CLOUDFRONT REGIONAL'),
    name: form(/^[\w-]{1,128}$/, '1 to 128 letters, digits, `_` and `-`', /[^\w-]/),
  },
  aws_wafv2_ip_set: { scope: words('CLOUDFRONT REGIONAL'), ip_address_version: words('IPV4 IPV6') },
  aws_wafv2_rule_group: { scope: words('CLOUDFRONT REGIONAL') },
};
