import { form, growing, type ValueTable, words } from '../allowed.ts';
import { plainName } from '../names.ts';

/** ECS, EKS and ECR. */
export const containers: ValueTable = {
  aws_ecs_cluster: { name: plainName(255), 'setting.value': words('enabled disabled enhanced') },
  aws_ecs_service: {
    name: plainName(255),
    launch_type: growing('EC2 FARGATE EXTERNAL MANAGED_INSTANCES'),
    scheduling_strategy: words('REPLICA DAEMON'),
    propagate_tags: words('SERVICE TASK_DEFINITION NONE'),
    availability_zone_rebalancing: words('ENABLED DISABLED'),
    'deployment_controller.type': words('ECS CODE_DEPLOY EXTERNAL'),
    'deployment_configuration.strategy': growing('ROLLING BLUE_GREEN LINEAR CANARY'),
    'ordered_placement_strategy.type': words('binpack random spread'),
    'placement_constraints.type': words('distinctInstance memberOf'),
  },
  aws_ecs_task_definition: {
    family: plainName(255),
    network_mode: words('none bridge awsvpc host'),
    requires_compatibilities: growing('EC2 FARGATE EXTERNAL MANAGED_INSTANCES'),
    pid_mode: words('host task'),
    ipc_mode: words('host task none'),
    'runtime_platform.cpu_architecture': words('X86_64 ARM64'),
    'volume.efs_volume_configuration.transit_encryption': words('ENABLED DISABLED'),
    'volume.docker_volume_configuration.scope': words('task shared'),
  },
  aws_eks_cluster: {
    name: form(/^[0-9A-Za-z][\w-]{0,99}$/, 'up to 100 letters, digits, `_` and `-`', /[^\w-]/),
    enabled_cluster_log_types: words('api audit authenticator controllerManager scheduler'),
    version: form(/^1\.\d{2}$/, 'a version in quotes, as `"1.33"`'),
    'access_config.authentication_mode': words('CONFIG_MAP API API_AND_CONFIG_MAP'),
    'kubernetes_network_config.ip_family': words('ipv4 ipv6'),
    'upgrade_policy.support_type': words('STANDARD EXTENDED'),
  },
  aws_eks_node_group: {
    capacity_type: growing('ON_DEMAND SPOT CAPACITY_BLOCK'),
    'taint.effect': words('NO_SCHEDULE NO_EXECUTE PREFER_NO_SCHEDULE'),
    ami_type: form(/^(?:AL\d|BOTTLEROCKET|WINDOWS|CUSTOM)\w*$/, 'a type of image, as `AL2023_x86_64_STANDARD`'),
  },
  aws_eks_addon: {
    resolve_conflicts_on_create: words('NONE OVERWRITE'),
    resolve_conflicts_on_update: words('NONE OVERWRITE PRESERVE'),
    resolve_conflicts: words('NONE OVERWRITE PRESERVE'),
  },
  aws_eks_access_policy_association: { 'access_scope.type': words('cluster namespace') },
  aws_ecr_repository: {
    name: form(
      /^(?=.{2,256}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/,
      '2 to 256 small letters, digits and `._-/`, a letter first',
      /[^a-z0-9._/-]/,
    ),
    image_tag_mutability: words('MUTABLE IMMUTABLE IMMUTABLE_WITH_EXCLUSION MUTABLE_WITH_EXCLUSION'),
    'encryption_configuration.encryption_type': words('AES256 KMS KMS_DSSE'),
  },
};
