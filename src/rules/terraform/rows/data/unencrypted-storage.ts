import type { AttributeRow } from '../row.ts';

/** Disks, file systems and artifacts that are not encrypted. */
export const unencryptedStorage: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-ebs-volume-unencrypted',
    title: 'EBS volume is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0026', 'AVD-AWS-0026'],
      checkov: ['CKV_AWS_3'],
      kics: ['cc997676-481b-4e93-aa81-d19f8c5e9b12'],
      semgrep: ['aws-ebs-volume-unencrypted'],
    },
    about: `Whoever gets at the disk or a snapshot of it reads the data. It cannot be switched on later: the volume must be made anew.

Where \`encrypted\` is not set it counts as well: the provider takes \`false\`, unless the account encrypts by default. Volumes from a snapshot take it from their source.`,
    why: 'Whoever gets at the disk or a snapshot of it reads the data. It cannot be switched on later: the volume must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_ebs_volume'],
    path: ['encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    absentSeverity: 'medium',
    absentConfidence: 'likely',
    unlessBeside: ['aws_ebs_encryption_by_default'],
    unless: [{ path: ['snapshot_id'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_ebs_volume" "barn" {
  availability_zone = "eu-central-1a"
  size              = 40
  encrypted         = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_ebs_volume" "barn" { ◀
  availability_zone = "eu-central-1a"
  size              = 40
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ebs_volume" "barn" {
  availability_zone = "eu-central-1a"
  size              = 40
  encrypted         = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ebs_volume" "barn" {
  availability_zone = "eu-central-1a"
  size              = 40
  encrypted         = var.setting
}`,
      },
      {
        note: 'The account encrypts every new volume:',
        text: `
resource "aws_ebs_encryption_by_default" "here" {
  enabled = true
}

resource "aws_ebs_volume" "barn" {
  availability_zone = "eu-central-1a"
  size              = 40
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-instance-volume-unencrypted',
    title: 'Instance has an unencrypted volume',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0131', 'AWS-0008', 'AVD-AWS-0131', 'AVD-AWS-0008'],
      checkov: ['CKV_AWS_8'],
      kics: ['4de9de27-254e-424f-bd70-4c1e95790838'],
      semgrep: ['aws-ec2-launch-configuration-ebs-block-device-unencrypted'],
    },
    about: `Whoever gets at the disk or a snapshot of it reads the data. It cannot be switched on later: the volume must be made anew.

Where its block is there and \`encrypted\` is not set it counts as well: the provider takes \`false\`, unless the account encrypts by default.`,
    why: 'Whoever gets at the disk or a snapshot of it reads the data. It cannot be switched on later: the volume must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_instance', 'aws_launch_configuration', 'aws_spot_instance_request'],
    path: ['root_block_device', 'encrypted'],
    orPaths: [['ebs_block_device', 'encrypted']],
    must: { be: [true] },
    absent: 'unsafe-in-block',
    absentSeverity: 'low',
    absentConfidence: 'likely',
    unlessBeside: ['aws_ebs_encryption_by_default'],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_instance" "press" {
  ami = "ami-12345678"

  root_block_device {
    volume_size = 40
    encrypted   = false ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_instance" "press" {
  ami = "ami-12345678"

  root_block_device { ◀
    volume_size = 40
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_instance" "press" {
  ami = "ami-12345678"

  root_block_device {
    volume_size = 40
    encrypted   = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_instance" "press" {
  ami = "ami-12345678"

  root_block_device {
    volume_size = 40
    encrypted   = var.setting
  }
}`,
      },
      {
        note: 'The account encrypts every new volume:',
        text: `
resource "aws_ebs_encryption_by_default" "here" {
  enabled = true
}

resource "aws_instance" "press" {
  ami = "ami-12345678"

  root_block_device {
    volume_size = 40
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-launch-template-volume-unencrypted',
    title: 'Launch template has an unencrypted volume',
    severity: 'high',
    domain: 'security',
    aliases: {},
    about: `Whoever gets at the disk or a snapshot of it reads the data. It cannot be switched on later: the volume must be made anew.

Where \`block_device_mappings.ebs.encrypted\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever gets at the disk or a snapshot of it reads the data. It cannot be switched on later: the volume must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_launch_template'],
    path: ['block_device_mappings', 'ebs', 'encrypted'],
    must: { be: [true] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_launch_template" "press" {
  name = "press"

  block_device_mappings {
    ebs {
      volume_size = 40
      encrypted   = false ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_launch_template" "press" {
  name = "press"

  block_device_mappings {
    ebs {
      volume_size = 40
      encrypted   = true
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

resource "aws_launch_template" "press" {
  name = "press"

  block_device_mappings {
    ebs {
      volume_size = 40
      encrypted   = var.setting
    }
  }
}

resource "aws_launch_template" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-ebs-default-encryption-off',
    title: 'Encryption by default is switched off',
    severity: 'high',
    domain: 'security',
    aliases: {
      checkov: ['CKV_AWS_106'],
      kics: ['3d3f6270-546b-443c-adb4-bb6fb2187ca6'],
      semgrep: ['aws-ebs-unencrypted'],
    },
    about: `Every volume of the region whose code forgets it is then written in clear.

Where \`enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every volume of the region whose code forgets it is then written in clear.',
    remedy: 'Set it to `true`.',
    resources: ['aws_ebs_encryption_by_default'],
    path: ['enabled'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_ebs_encryption_by_default" "region" {
  enabled = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ebs_encryption_by_default" "region" {
  enabled = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ebs_encryption_by_default" "region" {
  enabled = var.setting
}

resource "aws_ebs_encryption_by_default" "other" {
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
  },
  {
    type: 'attribute',
    id: 'aws-ami-unencrypted',
    title: 'Image has unencrypted volumes',
    severity: 'medium',
    domain: 'security',
    aliases: {},
    about: `Every instance of the image starts from a volume in clear.

Where its block is there and \`encrypted\` is not set it counts as well: the provider takes \`false\`. Volumes from a snapshot take it from their source.`,
    why: 'Every instance of the image starts from a volume in clear.',
    remedy: 'Set it to `true`.',
    resources: ['aws_ami'],
    path: ['ebs_block_device', 'encrypted'],
    must: { be: [true] },
    absent: 'unsafe-in-block',
    unless: [{ path: ['ebs_block_device', 'snapshot_id'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_ami" "press" {
  name = "press"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = false ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_ami" "press" {
  name = "press"

  ebs_block_device { ◀
    device_name = "/dev/xvda"
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ami" "press" {
  name = "press"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ami" "press" {
  name = "press"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-ami-copy-unencrypted',
    title: 'Copied image is not encrypted',
    severity: 'medium',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_235', 'CKV_AWS_183'] },
    about: `The copy is written in clear, and so is every volume made of it.

Where \`encrypted\` is not set it counts as well: the copy is as its source is.`,
    why: 'The copy is written in clear, and so is every volume made of it.',
    remedy: 'Set it to `true`.',
    resources: ['aws_ami_copy', 'aws_ebs_snapshot_copy'],
    path: ['encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    absentSeverity: 'low',
    absentConfidence: 'likely',
    unlessBeside: ['aws_ebs_encryption_by_default'],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_ami_copy" "press" {
  name      = "press"
  encrypted = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_ami_copy" "press" { ◀
  name = "press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ami_copy" "press" {
  name      = "press"
  encrypted = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ami_copy" "press" {
  name      = "press"
  encrypted = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html'],
  },
  {
    type: 'attribute',
    id: 'aws-efs-unencrypted',
    title: 'File system is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0037', 'AVD-AWS-0037'],
      checkov: ['CKV_AWS_42'],
      kics: ['48207659-729f-4b5c-9402-f884257d794f'],
    },
    about: `The files lie in clear on the disks. It cannot be switched on later: the file system must be made anew.

Where \`encrypted\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'The files lie in clear on the disks. It cannot be switched on later: the file system must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_efs_file_system'],
    path: ['encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_efs_file_system" "barn" {
  creation_token = "barn"
  encrypted      = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_efs_file_system" "barn" { ◀
  creation_token = "barn"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_efs_file_system" "barn" {
  creation_token = "barn"
  encrypted      = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_efs_file_system" "barn" {
  creation_token = "barn"
  encrypted      = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
  },
  {
    type: 'attribute',
    id: 'aws-ecs-efs-plaintext',
    title: 'Task mounts a file system in clear',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0035', 'AVD-AWS-0035'],
      checkov: ['CKV_AWS_97'],
      kics: ['4d46ff3b-7160-41d1-a310-71d6d370b08f'],
    },
    about: `Everything the task reads and writes crosses the network in clear.

Where its block is there and \`transit_encryption\` is not set it counts as well: AWS takes \`DISABLED\`.`,
    why: 'Everything the task reads and writes crosses the network in clear.',
    remedy: 'Set it to `ENABLED`.',
    resources: ['aws_ecs_task_definition'],
    path: ['volume', 'efs_volume_configuration', 'transit_encryption'],
    must: { be: ['ENABLED'] },
    absent: 'unsafe-in-block',
    safe: '"ENABLED"',
    bad: [
      {
        text: `
resource "aws_ecs_task_definition" "press" {
  family = "press"

  volume {
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = "DISABLED" ◀
    }
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_ecs_task_definition" "press" {
  family = "press"

  volume {
    efs_volume_configuration { ◀
      file_system_id = "fs-1"
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ecs_task_definition" "press" {
  family = "press"

  volume {
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = "ENABLED"
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

resource "aws_ecs_task_definition" "press" {
  family = "press"

  volume {
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = var.setting
    }
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html'],
  },
  {
    type: 'attribute',
    id: 'aws-workspace-root-volume-unencrypted',
    title: 'Root volume of a workspace is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0109', 'AVD-AWS-0109'],
      checkov: ['CKV_AWS_156'],
      kics: ['b9033580-6886-401a-8631-5f19f5bb24c7'],
    },
    about: `What people keep on their desktop lies in clear on the disks, in its snapshots too.

Where \`root_volume_encryption_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'What people keep on their desktop lies in clear on the disks, in its snapshots too.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_workspaces_workspace'],
    path: ['root_volume_encryption_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_workspaces_workspace" "grower" {
  user_name                      = "grower"
  root_volume_encryption_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_workspaces_workspace" "grower" { ◀
  user_name = "grower"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_workspaces_workspace" "grower" {
  user_name                      = "grower"
  root_volume_encryption_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_workspaces_workspace" "grower" {
  user_name                      = "grower"
  root_volume_encryption_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html'],
  },
  {
    type: 'attribute',
    id: 'aws-workspace-user-volume-unencrypted',
    title: 'User volume of a workspace is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0109', 'AVD-AWS-0109'],
      checkov: ['CKV_AWS_155'],
      kics: ['b9033580-6886-401a-8631-5f19f5bb24c7'],
    },
    about: `What people keep on their desktop lies in clear on the disks, in its snapshots too.

Where \`user_volume_encryption_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'What people keep on their desktop lies in clear on the disks, in its snapshots too.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_workspaces_workspace'],
    path: ['user_volume_encryption_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_workspaces_workspace" "grower" {
  user_name                      = "grower"
  user_volume_encryption_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_workspaces_workspace" "grower" { ◀
  user_name = "grower"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_workspaces_workspace" "grower" {
  user_name                      = "grower"
  user_volume_encryption_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_workspaces_workspace" "grower" {
  user_name                      = "grower"
  user_volume_encryption_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html'],
  },
  {
    type: 'attribute',
    id: 'aws-codebuild-artifact-unencrypted',
    title: 'Build artifacts are not encrypted',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0018', 'AVD-AWS-0018'],
      checkov: ['CKV_AWS_78'],
      semgrep: ['aws-codebuild-project-artifacts-unencrypted'],
    },
    about: `What the build hands on is stored in clear because somebody asked for it.

Where \`artifacts.encryption_disabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'What the build hands on is stored in clear because somebody asked for it.',
    remedy: 'Delete the line, or set it to `false`.',
    resources: ['aws_codebuild_project'],
    path: ['artifacts', 'encryption_disabled'],
    orPaths: [['secondary_artifacts', 'encryption_disabled']],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_codebuild_project" "press" {
  name = "press"

  artifacts {
    type                = "S3"
    encryption_disabled = true ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_codebuild_project" "press" {
  name = "press"

  artifacts {
    type                = "S3"
    encryption_disabled = false
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_codebuild_project" "press" {
  name = "press"

  artifacts {
    type                = "S3"
    encryption_disabled = var.setting
  }
}

resource "aws_codebuild_project" "other" {
  name = "press"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-athena-override',
    title: 'Clients may override the workgroup',
    severity: 'low',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0007', 'AVD-AWS-0007'],
      checkov: ['CKV_AWS_82'],
      semgrep: ['aws-athena-client-can-disable-workgroup-encryption'],
    },
    about: `Whoever runs a query decides where its result goes and whether it is encrypted.

Where \`configuration.enforce_workgroup_configuration\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever runs a query decides where its result goes and whether it is encrypted.',
    remedy: 'Delete the line, or set it to `true`.',
    resources: ['aws_athena_workgroup'],
    path: ['configuration', 'enforce_workgroup_configuration'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_athena_workgroup" "growers" {
  name = "growers"

  configuration {
    enforce_workgroup_configuration = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_athena_workgroup" "growers" {
  name = "growers"

  configuration {
    enforce_workgroup_configuration = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_athena_workgroup" "growers" {
  name = "growers"

  configuration {
    enforce_workgroup_configuration = var.setting
  }
}

resource "aws_athena_workgroup" "other" {
  name = "growers"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
  },
  {
    type: 'attribute',
    id: 'aws-glue-catalog-default-key',
    title: 'Data catalog has no key of yours',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { kics: ['01d50b14-e933-4c99-b314-6d08cd37ad35'] },
    about: `The catalog is encrypted with a key that belongs to AWS: no policy of yours guards it.

Where encryption is on and \`sse_aws_kms_key_id\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'The key belongs to AWS: no policy of yours guards it.',
    remedy: 'Name a key.',
    resources: ['aws_glue_data_catalog_encryption_settings'],
    path: ['data_catalog_encryption_settings', 'encryption_at_rest', 'sse_aws_kms_key_id'],
    must: { beSet: true },
    absent: 'unsafe-in-block',
    when: {
      path: ['data_catalog_encryption_settings', 'encryption_at_rest', 'catalog_encryption_mode'],
      oneOf: ['SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE'],
    },
    bad: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = "" ◀
    }
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    encryption_at_rest { ◀
      catalog_encryption_mode = "SSE-KMS"
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = "arn:aws:kms:eu-central-1:111122223333:key/1"
    }
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "key" {
  type = string
}

resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = var.key
    }
  }
}`,
      },
    ],
    whenNot: 'Where a key of AWS is good enough. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html'],
  },
  {
    type: 'attribute',
    id: 'aws-glue-connection-default-key',
    title: 'Connection passwords have no key of yours',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { kics: ['01d50b14-e933-4c99-b314-6d08cd37ad35'] },
    about: `Connection passwords are encrypted with a key that belongs to AWS: no policy of yours guards it.

Where encryption is on and \`aws_kms_key_id\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'The key belongs to AWS: no policy of yours guards it.',
    remedy: 'Name a key.',
    resources: ['aws_glue_data_catalog_encryption_settings'],
    path: ['data_catalog_encryption_settings', 'connection_password_encryption', 'aws_kms_key_id'],
    must: { beSet: true },
    absent: 'unsafe-in-block',
    when: {
      path: [
        'data_catalog_encryption_settings',
        'connection_password_encryption',
        'return_connection_password_encrypted',
      ],
      oneOf: [true],
    },
    bad: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = "" ◀
    }
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    connection_password_encryption { ◀
      return_connection_password_encrypted = true
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = "arn:aws:kms:eu-central-1:111122223333:key/1"
    }
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "key" {
  type = string
}

resource "aws_glue_data_catalog_encryption_settings" "harvest" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = var.key
    }
  }
}`,
      },
    ],
    whenNot: 'Where a key of AWS is good enough. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html'],
  },
  {
    type: 'attribute',
    id: 'aws-glue-catalog-unencrypted',
    title: 'Data catalog is not encrypted',
    severity: 'medium',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_94'], kics: ['01d50b14-e933-4c99-b314-6d08cd37ad35'] },
    about: `Table definitions and connection properties of all data lie in clear.

Where \`data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Table definitions and connection properties of all data lie in clear.',
    remedy: 'Set it to `SSE-KMS`.',
    resources: ['aws_glue_data_catalog_encryption_settings'],
    path: ['data_catalog_encryption_settings', 'encryption_at_rest', 'catalog_encryption_mode'],
    must: { be: ['SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE'] },
    absent: 'safe',
    safe: '"SSE-KMS"',
    bad: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED" ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
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

resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = var.setting
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "other" {
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html'],
  },
  {
    type: 'attribute',
    id: 'aws-glue-connection-password-unencrypted',
    title: 'Connection passwords are returned in clear',
    severity: 'medium',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_94'], kics: ['01d50b14-e933-4c99-b314-6d08cd37ad35'] },
    about: `Whoever may read a connection of the catalog reads the password of the database behind it.

Where \`data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Whoever may read a connection of the catalog reads the password of the database behind it.',
    remedy: 'Set it to `true` and name a key.',
    resources: ['aws_glue_data_catalog_encryption_settings'],
    path: [
      'data_catalog_encryption_settings',
      'connection_password_encryption',
      'return_connection_password_encrypted',
    ],
    must: { be: [true] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
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

resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = var.setting
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "other" {
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html'],
  },
  {
    type: 'attribute',
    id: 'azure-disk-unencrypted',
    title: 'Disk encryption is switched off',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0038', 'AVD-AZU-0038'],
      checkov: ['CKV_AZURE_2'],
      kics: ['a99130ab-4c0e-43aa-97f8-78d4fcb30024'],
      semgrep: ['azure-managed-disk-encryption'],
    },
    about: `The disk is written without the encryption that its settings describe.

Where \`encryption_settings.enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The disk is written without the encryption that its settings describe.',
    remedy: 'Set it to `true`, or use a disk encryption set.',
    resources: ['azurerm_managed_disk'],
    path: ['encryption_settings', 'enabled'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_managed_disk" "barn" {
  name = "barn"

  encryption_settings {
    enabled = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_managed_disk" "barn" {
  name = "barn"

  encryption_settings {
    enabled = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_managed_disk" "barn" {
  name = "barn"

  encryption_settings {
    enabled = var.setting
  }
}

resource "azurerm_managed_disk" "other" {
  name = "barn"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/virtual-machines/disk-encryption-overview'],
  },
  {
    type: 'attribute',
    id: 'azure-datalake-unencrypted',
    title: 'Data lake store is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0036', 'AVD-AZU-0036'],
      checkov: ['CKV_AZURE_105'],
      semgrep: ['azure-datalake-store-encryption'],
    },
    about: `All files of the store lie in clear.

Where \`encryption_state\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'All files of the store lie in clear.',
    remedy: 'Set it to `Enabled`.',
    resources: ['azurerm_data_lake_store'],
    path: ['encryption_state'],
    must: { notBe: ['Disabled'] },
    absent: 'safe',
    safe: '"Enabled"',
    bad: [
      {
        text: `
resource "azurerm_data_lake_store" "lake" {
  name             = "lake"
  encryption_state = "Disabled" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_data_lake_store" "lake" {
  name             = "lake"
  encryption_state = "Enabled"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_data_lake_store" "lake" {
  name             = "lake"
  encryption_state = var.setting
}

resource "azurerm_data_lake_store" "other" {
  name = "lake"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/data-lake-store/data-lake-store-encryption'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-infrastructure-encryption-missing',
    title: 'Storage account has one layer of encryption',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { trivy: ['AZU-0061', 'AVD-AZU-0061'], checkov: ['CKV_AZURE_256'] },
    about: `Rules that ask for two layers of encryption are not met.

Where \`infrastructure_encryption_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Rules that ask for two layers of encryption are not met.',
    remedy: 'Set it to `true` where such a rule applies; it replaces the account.',
    resources: ['azurerm_storage_account'],
    path: ['infrastructure_encryption_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                              = "orchard"
  infrastructure_encryption_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_storage_account" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                              = "orchard"
  infrastructure_encryption_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account" "orchard" {
  name                              = "orchard"
  infrastructure_encryption_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/infrastructure-encryption-enable'],
  },
  {
    type: 'attribute',
    id: 'gcp-disk-default-key',
    title: 'Disk is encrypted with the default key',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_GCP_37'], kics: ['b1d51728-7270-4991-ac2f-fc26e2695b38'] },
    about: `The key belongs to Google: no policy of yours guards it, and destroying it is not in your hands.

Where \`disk_encryption_key.kms_key_self_link\` is not set it counts as well: Google takes a key of its own.`,
    why: 'The key belongs to Google: no policy of yours guards it, and destroying it is not in your hands.',
    remedy: 'Name a key of your own.',
    resources: ['google_compute_disk'],
    path: ['disk_encryption_key', 'kms_key_self_link'],
    orNamed: ['raw_key', 'rsa_encrypted_key'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "google_compute_disk" "barn" {
  name = "barn"

  disk_encryption_key {
    kms_key_self_link = "" ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_compute_disk" "barn" { ◀
  name = "barn"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_disk" "barn" {
  name = "barn"

  disk_encryption_key {
    kms_key_self_link = "projects/orchard/locations/eu/keyRings/main/cryptoKeys/disks"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_compute_disk" "barn" {
  name = "barn"

  disk_encryption_key {
    kms_key_self_link = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/compute/docs/disks/customer-managed-encryption'],
  },
];
