import { anyCase, between, form, growing, type ValueTable, words } from '../allowed.ts';
import { instanceOf } from '../machine-types.ts';
import { dottedName, fifoName } from '../names.ts';

const BROKER = { engine_type: anyCase('ActiveMQ RabbitMQ'), authentication_strategy: anyCase('simple ldap') };
const PROTOCOL = growing('sqs sms lambda firehose application email email-json http https');

/** Queues, topics, streams and APIs. */
export const messaging: ValueTable = {
  aws_sqs_queue: {
    name: fifoName(80),
    visibility_timeout_seconds: between(0, 43_200),
    message_retention_seconds: between(60, 1_209_600),
    delay_seconds: between(0, 900),
    receive_wait_time_seconds: between(0, 20),
    max_message_size: between(1024, 1_048_576),
    kms_data_key_reuse_period_seconds: between(60, 86_400),
    deduplication_scope: words('messageGroup queue'),
    fifo_throughput_limit: words('perQueue perMessageGroupId'),
  },
  aws_sns_topic: {
    name: fifoName(256),
    tracing_config: words('PassThrough Active'),
    signature_version: between(1, 2),
    fifo_throughput_scope: words('Topic MessageGroup'),
  },
  aws_sns_topic_subscription: { protocol: PROTOCOL, filter_policy_scope: words('MessageAttributes MessageBody') },
  aws_mq_broker: {
    ...BROKER,
    broker_name: form(/^[\w-]{1,50}$/, '1 to 50 letters, digits, `_` and `-`', /[^\w-]/),
    deployment_mode: anyCase('SINGLE_INSTANCE ACTIVE_STANDBY_MULTI_AZ CLUSTER_MULTI_AZ'),
    host_instance_type: instanceOf('mq', 'mq.m5.large'),
    storage_type: anyCase('efs ebs'),
  },
  aws_mq_configuration: BROKER,
  aws_msk_cluster: {
    cluster_name: form(/^[a-zA-Z0-9-]{1,64}$/, '1 to 64 letters, digits and hyphens', /[^a-zA-Z0-9-]/),
    enhanced_monitoring: words('DEFAULT PER_BROKER PER_TOPIC_PER_BROKER PER_TOPIC_PER_PARTITION'),
    storage_mode: words('LOCAL TIERED'),
    'broker_node_group_info.instance_type': instanceOf('kafka|express', 'kafka.m7g.large'),
    'encryption_info.encryption_in_transit.client_broker': words('TLS TLS_PLAINTEXT PLAINTEXT'),
  },
  aws_cloudwatch_event_rule: {
    name: dottedName(64),
    state: words('ENABLED DISABLED ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'),
    schedule_expression: form(
      /^(?:rate\([1-9]\d* (?:minutes?|hours?|days?)\)|cron\([^()]+\))$/,
      '`rate(5 minutes)` or `cron(0 12 * * ? *)`',
    ),
  },
  aws_cloudwatch_event_target: { target_id: dottedName(64), 'ecs_target.launch_type': words('EC2 FARGATE EXTERNAL') },
  aws_scheduler_schedule: {
    state: words('ENABLED DISABLED'),
    'flexible_time_window.mode': words('OFF FLEXIBLE'),
    schedule_expression: form(
      /^(?:rate\([1-9]\d* (?:minutes?|hours?|days?)\)|(?:cron|at)\([^()]+\))$/,
      '`rate(5 minutes)`, `cron(0 12 * * ? *)` or `at(2030-01-01T00:00:00)`',
    ),
  },
  aws_sfn_state_machine: {
    type: words('STANDARD EXPRESS'),
    name: form(/^[\w-]{1,80}$/, '1 to 80 letters, digits, `_` and `-`', /[^\w-]/),
    'logging_configuration.level': words('ALL ERROR FATAL OFF'),
  },
  aws_api_gateway_integration: {
    type: words('HTTP MOCK AWS AWS_PROXY HTTP_PROXY'),
    connection_type: words('INTERNET VPC_LINK'),
    content_handling: words('CONVERT_TO_BINARY CONVERT_TO_TEXT'),
    passthrough_behavior: words('WHEN_NO_MATCH WHEN_NO_TEMPLATES NEVER'),
    integration_http_method: words('ANY DELETE GET HEAD OPTIONS PATCH POST PUT'),
    timeout_milliseconds: between(50, 300_000),
  },
  aws_api_gateway_method: {
    http_method: words('ANY DELETE GET HEAD OPTIONS PATCH POST PUT'),
    authorization: words('NONE AWS_IAM CUSTOM COGNITO_USER_POOLS'),
  },
  aws_api_gateway_authorizer: { type: words('TOKEN REQUEST COGNITO_USER_POOLS') },
  aws_api_gateway_rest_api: {
    api_key_source: words('HEADER AUTHORIZER'),
    'endpoint_configuration.types': words('EDGE REGIONAL PRIVATE'),
  },
  aws_api_gateway_domain_name: { 'endpoint_configuration.types': words('EDGE REGIONAL PRIVATE') },
  aws_api_gateway_stage: { cache_cluster_size: words('0.5 1.6 6.1 13.5 28.4 58.2 118 237') },
  aws_api_gateway_method_settings: { 'settings.logging_level': words('OFF ERROR INFO') },
  aws_api_gateway_model: {
    name: form(/^[a-zA-Z0-9]{1,255}$/, 'letters and digits only', /[^a-zA-Z0-9]/),
  },
  aws_api_gateway_usage_plan: { 'quota_settings.period': words('DAY WEEK MONTH') },
  aws_apigatewayv2_api: { protocol_type: words('HTTP WEBSOCKET'), ip_address_type: words('ipv4 dualstack') },
  aws_apigatewayv2_authorizer: {
    authorizer_type: words('JWT REQUEST'),
    authorizer_payload_format_version: words('1.0 2.0'),
  },
  aws_apigatewayv2_integration: {
    integration_type: words('AWS AWS_PROXY HTTP HTTP_PROXY MOCK'),
    connection_type: words('INTERNET VPC_LINK'),
    payload_format_version: words('1.0 2.0'),
    passthrough_behavior: words('WHEN_NO_MATCH WHEN_NO_TEMPLATES NEVER'),
  },
  aws_apigatewayv2_route: { authorization_type: words('NONE AWS_IAM CUSTOM JWT') },
  aws_appsync_graphql_api: {
    authentication_type: words('API_KEY AWS_IAM AMAZON_COGNITO_USER_POOLS OPENID_CONNECT AWS_LAMBDA'),
  },
  aws_kinesis_firehose_delivery_stream: {
    name: form(/^[\w.-]{1,64}$/, '1 to 64 letters, digits, `_`, `-` and `.`', /[^\w.-]/),
    destination: growing(
      'extended_s3 s3 redshift elasticsearch opensearch opensearchserverless splunk http_endpoint snowflake iceberg',
    ),
  },
};
