import { auditLogging } from './data/audit-logging.ts';
import { awsHabits } from './data/aws-habits.ts';
import { awsSettings } from './data/aws-settings.ts';
import { azureSettings } from './data/azure-settings.ts';
import { companions } from './data/companions.ts';
import { databaseFlags } from './data/database-flags.ts';
import { databricks } from './data/databricks.ts';
import { defaultKeys } from './data/default-keys.ts';
import { gcpSettings } from './data/gcp-settings.ts';
import { identity } from './data/identity.ts';
import { imagesAndNetworks } from './data/images-and-networks.ts';
import { instanceMetadata } from './data/instance-metadata.ts';
import { keyRotation } from './data/key-rotation.ts';
import { kubernetesControlPlane } from './data/kubernetes-control-plane.ts';
import { kubernetesWorkloads } from './data/kubernetes-workloads.ts';
import { otherClouds } from './data/other-clouds.ts';
import { publicAccessBlock } from './data/public-access-block.ts';
import { publicDatabase } from './data/public-database.ts';
import { publicIngress } from './data/public-ingress.ts';
import { publicStorage } from './data/public-storage.ts';
import { recovery } from './data/recovery.ts';
import { transportSecurity } from './data/transport-security.ts';
import { unencryptedDatabase } from './data/unencrypted-database.ts';
import { unencryptedStorage } from './data/unencrypted-storage.ts';
import type { Row } from './row.ts';
import { rowRule } from './row-rule.ts';

/** All rows, by file. */
export const rows: readonly Row[] = [
  ...auditLogging,
  ...awsHabits,
  ...awsSettings,
  ...azureSettings,
  ...companions,
  ...databaseFlags,
  ...defaultKeys,
  ...gcpSettings,
  ...identity,
  ...imagesAndNetworks,
  ...instanceMetadata,
  ...keyRotation,
  ...kubernetesControlPlane,
  ...publicAccessBlock,
  ...publicDatabase,
  ...publicIngress,
  ...publicStorage,
  ...recovery,
  ...transportSecurity,
  ...unencryptedDatabase,
  ...unencryptedStorage,
  // Last, for an item that binds to several names the first.
  ...databricks,
  ...kubernetesWorkloads,
  ...otherClouds,
];

/** A rule for every row. */
export const rowRules = rows.map(rowRule);
