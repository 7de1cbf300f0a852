export { permissionsWidened } from './permissions-widened.ts';
export { templateInjection } from './template-injection.ts';
export { unpinnedUses } from './unpinned-uses.ts';
