import { between, form, growing, type ValueTable, words } from '../allowed.ts';

const RETENTION = words('0 1 3 5 7 14 30 60 90 120 150 180 365 400 545 731 1096 1827 2192 2557 2922 3288 3653');
const LOG_GROUP = form(/^[\w.\-/#]{1,512}$/, 'up to 512 letters, digits and `_-/.#`', /[^\w.\-/#]/);
const ORIGIN_PROTOCOL = words('http-only https-only match-viewer');
const VIEWER_PROTOCOL = words('allow-all https-only redirect-to-https');
const METHODS = words('GET HEAD OPTIONS PUT POST PATCH DELETE');
const TTL = between(0, 2_147_483_647);
const COMPARISON = words(
  'GreaterThanOrEqualToThreshold GreaterThanThreshold LessThanThreshold LessThanOrEqualToThreshold ' +
    'LessThanLowerOrGreaterThanUpperThreshold LessThanLowerThreshold GreaterThanUpperThreshold',
);

/** Logs and alarms, names and delivery. */
export const operations: ValueTable = {
  aws_cloudwatch_log_group: {
    name: LOG_GROUP,
    retention_in_days: RETENTION,
    log_group_class: growing('STANDARD INFREQUENT_ACCESS DELIVERY'),
  },
  aws_cloudwatch_log_stream: { log_group_name: LOG_GROUP },
  aws_cloudwatch_log_metric_filter: { log_group_name: LOG_GROUP },
  aws_cloudwatch_log_subscription_filter: {
    log_group_name: LOG_GROUP,
    distribution: words('Random ByLogStream'),
  },
  aws_cloudwatch_metric_alarm: {
    comparison_operator: COMPARISON,
    statistic: words('SampleCount Average Sum Minimum Maximum'),
    treat_missing_data: words('missing ignore breaching notBreaching'),
    evaluate_low_sample_count_percentiles: words('evaluate ignore'),
    namespace: form(/^[^:][\s\S]{0,254}$/, 'a name that does not begin with a colon'),
    unit: words(
      'Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits ' +
        'Terabits Percent Count Bytes/Second Kilobytes/Second Megabytes/Second Gigabytes/Second Terabytes/Second ' +
        'Bits/Second Kilobits/Second Megabits/Second Gigabits/Second Terabits/Second Count/Second None',
    ),
  },
  aws_route53_record: {
    type: growing('A AAAA CAA CNAME DS HTTPS MX NAPTR NS PTR SOA SPF SRV SSHFP SVCB TLSA TXT'),
    ttl: TTL,
    'failover_routing_policy.type': words('PRIMARY SECONDARY'),
    'weighted_routing_policy.weight': between(0, 255),
  },
  aws_route53_health_check: {
    type: words('HTTP HTTPS HTTP_STR_MATCH HTTPS_STR_MATCH TCP CALCULATED CLOUDWATCH_METRIC RECOVERY_CONTROL'),
    request_interval: words('10 30'),
    failure_threshold: between(1, 10),
    insufficient_data_health_status: words('Healthy Unhealthy LastKnownStatus'),
  },
  aws_route53_resolver_endpoint: { direction: words('INBOUND OUTBOUND INBOUND_DELEGATION') },
  aws_route53_resolver_rule: { rule_type: words('FORWARD SYSTEM RECURSIVE DELEGATE') },
  aws_cloudfront_distribution: {
    price_class: words('PriceClass_All PriceClass_200 PriceClass_100'),
    http_version: words('http1.1 http2 http2and3 http3'),
    'origin.custom_origin_config.origin_protocol_policy': ORIGIN_PROTOCOL,
    'origin.custom_origin_config.origin_ssl_protocols': words('SSLv3 TLSv1 TLSv1.1 TLSv1.2'),
    'default_cache_behavior.viewer_protocol_policy': VIEWER_PROTOCOL,
    'ordered_cache_behavior.viewer_protocol_policy': VIEWER_PROTOCOL,
    'default_cache_behavior.allowed_methods': METHODS,
    'ordered_cache_behavior.allowed_methods': METHODS,
    'default_cache_behavior.cached_methods': words('GET HEAD OPTIONS'),
    'ordered_cache_behavior.cached_methods': words('GET HEAD OPTIONS'),
    'default_cache_behavior.forwarded_values.cookies.forward': words('all none whitelist'),
    'ordered_cache_behavior.forwarded_values.cookies.forward': words('all none whitelist'),
    'default_cache_behavior.function_association.event_type': words('viewer-request viewer-response'),
    'default_cache_behavior.lambda_function_association.event_type': words(
      'viewer-request viewer-response origin-request origin-response',
    ),
    'restrictions.geo_restriction.restriction_type': words('none whitelist blacklist'),
    'viewer_certificate.ssl_support_method': words('vip sni-only static-ip'),
    'viewer_certificate.minimum_protocol_version': form(
      /^(?:SSLv3|TLSv1(?:\.\d)?(?:_\d{4})?)$/,
      'a security policy, as `TLSv1.2_2021`',
    ),
  },
  aws_cloudfront_origin_access_control: {
    origin_access_control_origin_type: growing('lambda mediapackagev2 mediastore s3'),
    signing_behavior: words('always never no-override'),
    signing_protocol: words('sigv4'),
  },
  aws_cloudfront_function: { runtime: growing('cloudfront-js-1.0 cloudfront-js-2.0') },
  aws_codepipeline: {
    'stage.action.category': words('Approval Build Deploy Invoke Source Test Compute'),
    'stage.action.owner': words('AWS Custom ThirdParty'),
    pipeline_type: words('V1 V2'),
    execution_mode: words('QUEUED SUPERSEDED PARALLEL'),
    'artifact_store.type': words('S3'),
  },
  aws_codedeploy_app: { compute_platform: words('ECS Lambda Server Kubernetes') },
  aws_codedeploy_deployment_group: {
    'deployment_style.deployment_option': words('WITH_TRAFFIC_CONTROL WITHOUT_TRAFFIC_CONTROL'),
    'deployment_style.deployment_type': words('IN_PLACE BLUE_GREEN'),
  },
  aws_budgets_budget: {
    budget_type: growing('COST USAGE RI_UTILIZATION RI_COVERAGE SAVINGS_PLANS_UTILIZATION SAVINGS_PLANS_COVERAGE'),
    time_unit: words('DAILY MONTHLY QUARTERLY ANNUALLY CUSTOM'),
  },
  aws_config_config_rule: {
    maximum_execution_frequency: words('One_Hour Three_Hours Six_Hours Twelve_Hours TwentyFour_Hours'),
  },
  aws_cloudformation_stack: { on_failure: words('DO_NOTHING ROLLBACK DELETE') },
  aws_glue_trigger: { type: words('SCHEDULED CONDITIONAL ON_DEMAND EVENT') },
  aws_glue_job: { worker_type: form(/^(?:Standard|[GRZ]\.\d+X)$/, 'a type of worker, as `G.1X`') },
  aws_athena_workgroup: { state: words('ENABLED DISABLED') },
  aws_cur_report_definition: {
    time_unit: words('DAILY HOURLY MONTHLY'),
    format: words('textORcsv Parquet'),
    compression: words('ZIP GZIP Parquet'),
  },
  aws_transfer_server: { endpoint_type: words('PUBLIC VPC VPC_ENDPOINT') },
};
