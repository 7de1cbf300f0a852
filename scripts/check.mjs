import { spawnSync } from 'node:child_process';

/* `npm run check`: runs every check to its end, then says which failed. */

const CHECKS = ['types', 'lint', 'dead-code', 'fresh'];

const failed = CHECKS.filter((name) => {
  process.stdout.write(`\n== ${name}\n`);
  return (
    spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0
  );
});

process.stdout.write(
  failed.length === 0
    ? '\nAll checks passed.\n'
    : `\nFailed: ${failed.join(', ')}. Each runs alone with \`npm run <name>\`.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
