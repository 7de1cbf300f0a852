import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { projectOf } from './support/project-of.ts';
import { readRulePage } from './support/rule-page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test.each(['workflow', 'docker', 'compose', 'kubernetes', 'terraform', 'ml'])(
  'a new rule in %s begins with a page whose examples are read as what the rule looks at',
  async (folder) => {
    const place = mkdtempSync(join(tmpdir(), 'pipewright-'));
    mkdirSync(join(place, 'src', 'rules', folder), { recursive: true });
    cpSync(join(ROOT, 'src', 'rules', folder, 'index.ts'), join(place, 'src', 'rules', folder, 'index.ts'));

    execFileSync(process.execPath, [join(ROOT, 'scripts', 'new-rule.mjs'), folder, 'bruised-pear'], { cwd: place });

    const [bad] = readRulePage(readFileSync(join(place, 'src', 'rules', folder, 'bruised-pear.md'), 'utf8')).cases;
    const [file] = bad?.files ?? [];
    const { head } = await projectOf(undefined, { [file?.path ?? '']: file?.text ?? '' });
    expect(file?.marked).toHaveLength(1);
    expect(head.documents.get(file?.path ?? '')?.problems).toEqual([]);
    expect(readFileSync(join(place, 'src', 'rules', folder, 'index.ts'), 'utf8')).toContain(
      "export { bruisedPear } from './bruised-pear.ts';",
    );
    rmSync(place, { recursive: true });
  },
);
