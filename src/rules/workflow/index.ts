export { permissionsWidened } from './permissions-widened.ts';
export { unpinnedUses } from './unpinned-uses.ts';
