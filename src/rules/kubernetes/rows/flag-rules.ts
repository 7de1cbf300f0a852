import { apiServerAccess } from './data/api-server-access.ts';
import { apiServerAudit } from './data/api-server-audit.ts';
import { apiServerPlugins } from './data/api-server-plugins.ts';
import { controllers } from './data/controllers.ts';
import { etcd } from './data/etcd.ts';
import { kubelet } from './data/kubelet.ts';
import { flagRule } from './flag-rule.ts';

/** A rule for every row. */
export const flagRules = [
  ...apiServerAccess,
  ...apiServerPlugins,
  ...apiServerAudit,
  ...controllers,
  ...etcd,
  ...kubelet,
].map(flagRule);
