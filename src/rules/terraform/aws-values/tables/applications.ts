import { form, growing, type ValueTable, words } from '../allowed.ts';
import { dottedName } from '../names.ts';

const NAMESPACE = growing(
  'ecs elasticmapreduce ec2 appstream dynamodb rds sagemaker custom-resource comprehend lambda cassandra kafka elasticache neptune workspaces',
);
const DIMENSION = form(/^[a-z0-9-]+:[a-z-]+:[A-Za-z]+$/, 'a dimension of the form `ecs:service:DesiredCount`');
const METRIC_NAME = form(/^[a-zA-Z0-9]{1,255}$/, 'letters and digits only', /[^a-zA-Z0-9]/);
const POOL_NAME = form(/^[\w\s+=,.@-]{1,128}$/, 'up to 128 letters, digits, spaces and `_+=,.@-`', /[^\w\s+=,.@-]/);
const FIREWALL = { metric_name: METRIC_NAME };

/** What applications are made of, built with and guarded by. */
export const applications: ValueTable = {
  aws_amplify_app: { platform: words('WEB WEB_COMPUTE WEB_DYNAMIC') },
  aws_amplify_branch: { stage: words('PRODUCTION BETA DEVELOPMENT EXPERIMENTAL PULL_REQUEST') },
  aws_appautoscaling_target: { service_namespace: NAMESPACE, scalable_dimension: DIMENSION },
  aws_appautoscaling_scheduled_action: { service_namespace: NAMESPACE, scalable_dimension: DIMENSION },
  aws_appconfig_deployment_strategy: {
    growth_type: words('LINEAR EXPONENTIAL'),
    replicate_to: words('NONE SSM_DOCUMENT'),
  },
  aws_apprunner_connection: { provider_type: words('GITHUB BITBUCKET') },
  aws_appsync_datasource: {
    type: growing(
      'AWS_LAMBDA AMAZON_DYNAMODB AMAZON_ELASTICSEARCH AMAZON_OPENSEARCH_SERVICE AMAZON_EVENTBRIDGE ' +
        'AMAZON_BEDROCK_RUNTIME HTTP NONE RELATIONAL_DATABASE',
    ),
    name: form(/^[_A-Za-z]\w{0,65535}$/, 'letters, digits and `_`, no digit first', /\W/),
  },
  aws_athena_database: { name: form(/^[a-z0-9_]{1,255}$/, 'small letters, digits and `_`', /[^a-z0-9_]/) },
  aws_cloudwatch_event_permission: {
    principal: form(/^(?:\*|\d{12})$/, 'the twelve digits of an account, or `*`'),
  },
  aws_codebuild_source_credential: {
    auth_type: growing('OAUTH BASIC_AUTH PERSONAL_ACCESS_TOKEN CODECONNECTIONS SECRETS_MANAGER'),
    server_type: growing('GITHUB BITBUCKET GITHUB_ENTERPRISE GITLAB GITLAB_SELF_MANAGED'),
  },
  aws_codecommit_repository: { repository_name: dottedName(100) },
  aws_codepipeline_webhook: { authentication: words('GITHUB_HMAC IP UNAUTHENTICATED') },
  aws_cognito_identity_pool: { identity_pool_name: POOL_NAME },
  aws_elastic_beanstalk_environment: {
    name: form(
      /^[a-zA-Z0-9][a-zA-Z0-9-]{2,38}[a-zA-Z0-9]$/,
      '4 to 40 letters, digits and hyphens, with no hyphen at either end',
      /[^a-zA-Z0-9-]/,
    ),
    tier: words('WebServer Worker'),
  },
  aws_glue_connection: {
    connection_type: form(/^[A-Z][A-Z0-9_]{1,60}$/, 'a type of connection in capitals, as `JDBC` or `NETWORK`'),
  },
  aws_api_gateway_gateway_response: {
    response_type: form(/^[A-Z][A-Z0-9_]{1,60}$/, 'a type of response in capitals, as `DEFAULT_4XX` or `UNAUTHORIZED`'),
    status_code: form(/^[1-5]\d\d$/, 'a status of three digits'),
  },
  aws_api_gateway_integration_response: { status_code: form(/^[1-5]\d\d$/, 'a status of three digits') },
  aws_api_gateway_method_response: { status_code: form(/^[1-5]\d\d$/, 'a status of three digits') },
  aws_sagemaker_endpoint: {
    name: form(
      /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/,
      'up to 63 letters, digits and hyphens',
      /[^a-zA-Z0-9-]/,
    ),
  },
  aws_ses_domain_mail_from: { behavior_on_mx_failure: words('UseDefaultValue RejectMessage') },
  aws_ses_identity_notification_topic: { notification_type: words('Bounce Complaint Delivery') },
  aws_ses_receipt_filter: { policy: words('Block Allow') },
  aws_ses_receipt_rule: { tls_policy: words('Optional Require') },
  aws_waf_rule: FIREWALL,
  aws_waf_rule_group: FIREWALL,
  aws_waf_rate_based_rule: { ...FIREWALL, rate_key: words('IP') },
  aws_waf_web_acl: FIREWALL,
  aws_wafregional_rule: FIREWALL,
  aws_wafregional_rule_group: FIREWALL,
  aws_wafregional_rate_based_rule: { ...FIREWALL, rate_key: words('IP') },
  aws_wafregional_web_acl: FIREWALL,
};
