import type { Log } from '../log.ts';

/** Logs what would otherwise be printed by Node itself, with all properties of the error: it ends the process as before. */
export function logProcess(log: Log): void {
  const end = (error: unknown) => {
    log.error({ err: error }, 'the process ends: nobody expected this error');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  // A parser warns with the text that it does not like.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    const { code } = warning as { readonly code?: string };
    log.warn({ warning: warning.name, ...(code === undefined ? {} : { code }) }, 'Node gave a warning');
  });
}
