import { anyCase, between, form, growing, type ValueTable, words } from '../allowed.ts';
import { INSTANCE_TYPE } from '../machine-types.ts';
import { plainName } from '../names.ts';

const VOLUME_TYPE = words('standard gp2 gp3 io1 io2 sc1 st1');
const METADATA = {
  'metadata_options.http_endpoint': words('enabled disabled'),
  'metadata_options.http_tokens': words('optional required'),
  'metadata_options.http_put_response_hop_limit': between(1, 64),
  'metadata_options.http_protocol_ipv6': words('enabled disabled'),
  'metadata_options.instance_metadata_tags': words('enabled disabled'),
};
const MACHINE = {
  instance_type: INSTANCE_TYPE,
  tenancy: words('default dedicated host'),
  instance_initiated_shutdown_behavior: words('stop terminate'),
  'root_block_device.volume_type': VOLUME_TYPE,
  'ebs_block_device.volume_type': VOLUME_TYPE,
  'credit_specification.cpu_credits': words('standard unlimited'),
  'maintenance_options.auto_recovery': words('default disabled'),
  ...METADATA,
};

/** By name; runtimes come and go every few months. */
const RUNTIME = form(
  /^(?:nodejs(?:4\.3-edge|\d{1,2}\.x|4\.3|6\.10|8\.10)?|python\d\.\d{1,2}|java\d{1,2}(?:\.al2)?|dotnet(?:core\d\.\d|\d{1,2})|go1\.x|ruby\d\.\d|provided(?:\.al\d{1,4})?)$/,
  'the identifier of a runtime, as `nodejs22.x`, `python3.13`, `java21`, `dotnet8`, `ruby3.4` or `provided.al2023`',
);

/** Machines, functions and what starts them. */
export const compute: ValueTable = {
  aws_instance: MACHINE,
  aws_spot_instance_request: {
    ...MACHINE,
    spot_type: words('one-time persistent'),
    instance_interruption_behavior: words('hibernate stop terminate'),
    instance_interruption_behaviour: words('hibernate stop terminate'),
  },
  aws_launch_configuration: {
    instance_type: INSTANCE_TYPE,
    placement_tenancy: words('default dedicated'),
    'root_block_device.volume_type': VOLUME_TYPE,
    'ebs_block_device.volume_type': VOLUME_TYPE,
    'metadata_options.http_endpoint': words('enabled disabled'),
    'metadata_options.http_tokens': words('optional required'),
    'metadata_options.http_put_response_hop_limit': between(1, 64),
  },
  aws_spot_fleet_request: {
    allocation_strategy: words(
      'lowestPrice diversified capacityOptimized capacityOptimizedPrioritized priceCapacityOptimized',
    ),
    fleet_type: words('request maintain'),
    instance_interruption_behaviour: words('hibernate stop terminate'),
    'launch_specification.instance_type': INSTANCE_TYPE,
  },
  aws_ec2_fleet: {
    type: words('instant request maintain'),
    excess_capacity_termination_policy: words('no-termination termination'),
  },
  aws_ec2_capacity_reservation: {
    end_date_type: words('unlimited limited'),
    instance_match_criteria: words('open targeted'),
    instance_type: INSTANCE_TYPE,
    tenancy: words('default dedicated'),
  },
  aws_launch_template: {
    name: form(/^[\w()./-]{3,128}$/, '3 to 128 letters, digits and `_().-/`', /[^\w()./-]/),
    instance_type: INSTANCE_TYPE,
    instance_initiated_shutdown_behavior: words('stop terminate'),
    'block_device_mappings.ebs.volume_type': VOLUME_TYPE,
    'placement.tenancy': words('default dedicated host'),
    'credit_specification.cpu_credits': words('standard unlimited'),
    'instance_market_options.market_type': growing('spot capacity-block'),
    'tag_specifications.resource_type': form(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'a type of resource in small letters, as `instance` or `volume`',
    ),
    ...METADATA,
  },
  aws_autoscaling_group: {
    health_check_type: form(/^(?:EC2|ELB|VPC_LATTICE|EBS)(?:,(?:ELB|VPC_LATTICE|EBS))*$/, '`EC2` or `ELB`'),
    max_instance_lifetime: between(86_400, 31_536_000, 0),
    'instance_refresh.strategy': words('Rolling RootVolumeReplacement'),
    'mixed_instances_policy.instances_distribution.on_demand_allocation_strategy': words('prioritized lowest-price'),
    'mixed_instances_policy.instances_distribution.spot_allocation_strategy': words(
      'lowest-price capacity-optimized capacity-optimized-prioritized price-capacity-optimized',
    ),
  },
  aws_autoscaling_policy: {
    adjustment_type: words('ChangeInCapacity ExactCapacity PercentChangeInCapacity'),
    policy_type: words('SimpleScaling StepScaling TargetTrackingScaling PredictiveScaling'),
    metric_aggregation_type: words('Minimum Maximum Average'),
  },
  aws_autoscaling_lifecycle_hook: {
    default_result: words('CONTINUE ABANDON'),
    lifecycle_transition: words('autoscaling:EC2_INSTANCE_LAUNCHING autoscaling:EC2_INSTANCE_TERMINATING'),
  },
  aws_appautoscaling_policy: {
    policy_type: words('StepScaling TargetTrackingScaling PredictiveScaling'),
  },
  aws_placement_group: { strategy: words('cluster partition spread') },
  aws_ami: {
    architecture: words('i386 x86_64 arm64 x86_64_mac arm64_mac'),
    virtualization_type: words('paravirtual hvm'),
    boot_mode: words('legacy-bios uefi uefi-preferred'),
  },
  aws_ebs_volume: { type: VOLUME_TYPE },
  aws_lambda_function: {
    runtime: RUNTIME,
    function_name: form(
      /^(?:arn:[\w-]+:lambda:|[\w:-]*:)?[\w:$-]{1,140}$/,
      'up to 64 letters, digits, `_` and `-`',
      /[^\w:$-]/,
    ),
    architectures: words('x86_64 arm64'),
    package_type: words('Zip Image'),
    timeout: between(1, 900),
    memory_size: between(128, 32_768),
    'ephemeral_storage.size': between(512, 10_240),
    'tracing_config.mode': words('Active PassThrough'),
    'snap_start.apply_on': words('PublishedVersions None'),
    'logging_config.log_format': words('Text JSON'),
    'logging_config.application_log_level': words('TRACE DEBUG INFO WARN ERROR FATAL'),
    'logging_config.system_log_level': words('DEBUG INFO WARN'),
  },
  aws_lambda_layer_version: { compatible_runtimes: RUNTIME, compatible_architectures: words('x86_64 arm64') },
  aws_lambda_function_url: {
    authorization_type: words('NONE AWS_IAM'),
    invoke_mode: words('BUFFERED RESPONSE_STREAM'),
  },
  aws_lambda_permission: {
    action: form(/^(?:lambda:(?:[A-Za-z]+|\*)|\*)$/, 'an action of Lambda, as `lambda:InvokeFunction`'),
    statement_id: plainName(100),
    function_url_auth_type: words('NONE AWS_IAM'),
  },
  aws_lambda_event_source_mapping: {
    starting_position: words('LATEST TRIM_HORIZON AT_TIMESTAMP'),
    parallelization_factor: between(1, 10),
    maximum_batching_window_in_seconds: between(0, 300),
  },
  aws_batch_compute_environment: { type: anyCase('MANAGED UNMANAGED'), state: anyCase('ENABLED DISABLED') },
  aws_batch_job_queue: { state: anyCase('ENABLED DISABLED') },
  aws_batch_job_definition: {
    type: anyCase('container multinode'),
    platform_capabilities: words('EC2 FARGATE'),
  },
  aws_codebuild_project: {
    'artifacts.type': words('CODEPIPELINE NO_ARTIFACTS S3'),
    'source.type': growing(
      'CODECOMMIT CODEPIPELINE GITHUB GITHUB_ENTERPRISE GITLAB GITLAB_SELF_MANAGED BITBUCKET S3 NO_SOURCE',
    ),
    'environment.image_pull_credentials_type': words('CODEBUILD SERVICE_ROLE'),
    'environment.environment_variable.type': words('PARAMETER_STORE PLAINTEXT SECRETS_MANAGER'),
    'cache.type': words('NO_CACHE LOCAL S3'),
  },
};
