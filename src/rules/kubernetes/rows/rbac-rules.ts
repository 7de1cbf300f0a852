import { rbacGrants } from './rbac-grants.ts';
import { rbacRule } from './rbac-rule.ts';

/** A rule for every right that a role should not give. */
export const rbacRules = rbacGrants.map(rbacRule);
