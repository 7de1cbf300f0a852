import { execFileSync } from 'node:child_process';

/*
 * Makes everything that is generated and committed again, and fails where that changes a file: dist/ and docs/rules.md.
 * Without git (a plain download) there is nothing to compare with.
 */

const GENERATED = ['dist', 'docs/rules.md'];

for (const script of ['scripts/build.mjs --dist', 'scripts/generate-docs.mjs']) {
  execFileSync(process.execPath, script.split(' '), { stdio: 'inherit' });
}

const stale = git(['status', '--porcelain', '--', ...GENERATED]);
if (stale !== '') {
  process.stderr.write(`These generated files are out of date:\n${stale}They have been made again; commit them.\n`);
  process.exitCode = 1;
}

function git(args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8' });
  } catch {
    return '';
  }
}
