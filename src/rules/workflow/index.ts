export { approvalRemoved } from './approval-removed.ts';
export { excessivePermissions } from './excessive-permissions.ts';
export { gateNonBlocking } from './gate-non-blocking.ts';
export { jobNeeds } from './job-needs.ts';
export { permissionsMissing } from './permissions-missing.ts';
export { permissionsWidened } from './permissions-widened.ts';
export { templateInjection } from './template-injection.ts';
export { unpinnedUses } from './unpinned-uses.ts';
