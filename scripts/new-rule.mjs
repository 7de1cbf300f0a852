import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/* `npm run new:rule -- <folder> <rule-id>`: makes the pair of files of a rule and its line in the folder's index. */

const FOLDERS = {
  workflow: { kind: 'workflow', document: 'WorkflowDocument', module: 'workflow' },
  docker: { kind: 'dockerfile', document: 'DockerfileDocument', module: 'dockerfile' },
  compose: { kind: 'compose', document: 'ComposeDocument', module: 'compose' },
  kubernetes: { kind: 'kubernetes', document: 'KubernetesDocument', module: 'kubernetes' },
  terraform: { kind: 'terraform', document: 'TerraformDocument', module: 'terraform' },
  ml: { kind: 'python', document: 'PythonDocument', module: 'python' },
};

/** A file of each kind that is read as such; MARK is where the example stands. */
const EXAMPLES = {
  workflow: [
    'yaml',
    '.github/workflows/ci.yml',
    'on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo MARK',
  ],
  docker: ['dockerfile', 'Dockerfile', 'FROM debian:12\nRUN echo MARK'],
  compose: ['yaml', 'compose.yaml', 'services:\n  api:\n    image: MARK'],
  kubernetes: ['yaml', 'k8s/app.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\ndata:\n  key: MARK'],
  terraform: ['hcl', 'main.tf', 'locals {\n  name = "MARK"\n}'],
  ml: ['python', 'src/train.py', 'import sklearn\nname = "MARK"'],
};

const [folder, id] = process.argv.slice(2);
const problem = usageProblem();
if (problem) {
  process.stderr.write(
    `${problem}\nUse: npm run new:rule -- <folder> <rule-id>, with one of ${Object.keys(FOLDERS).join(', ')}.\n`,
  );
  process.exit(2);
}

const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const base = join('src', 'rules', folder, id);
if (await exists(`${base}.ts`)) {
  process.stderr.write(`${base}.ts is already there. Choose another id, or edit that file.\n`);
  process.exit(2);
}
await writeFile(`${base}.ts`, ruleText());
await writeFile(`${base}.md`, pageText());
await addToIndex();
process.stdout.write(`Made ${base}.ts and ${base}.md and added it to src/rules/${folder}/index.ts.\n`);
process.stdout.write(`Write the page first, then: npm run test:rule -- ${id}\n`);

function usageProblem() {
  if (!folder || !id) return 'A folder and an id are needed.';
  if (!Object.hasOwn(FOLDERS, folder)) return `There is no folder \`${folder}\`.`;
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id) ? '' : `\`${id}\` is not kebab-case with at least two words.`;
}

function ruleText() {
  const { kind, document, module } = FOLDERS[folder];
  return `import type { ${document} } from '../../documents/${module}.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const ${name}: Rule<${document}> = {
  id: '${id}',
  kinds: ['${kind}'],
  title: 'Say what is wrong in a few words',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const start = document.source.indexOf('EXAMPLE');
    if (start < 0) return;
    yield {
      range: { start, end: start + 'EXAMPLE'.length },
      message: {
        what: \`Say what is wrong with \${quote('EXAMPLE')}.\`,
        why: 'Say what happens because of it.',
        remedy: 'Say what to do.',
      },
    };
  },
};
`;
}

function pageText() {
  const [language, path, text] = EXAMPLES[folder];
  const bad = text.replace(/^.*MARK.*$/m, (line) => `${line.replace('MARK', 'EXAMPLE')} ◀`);
  return `# Say what is wrong in a few words

Why it matters: what happens, to whom, when this is in the code.

## Bad

\`\`\`${language} ${path}
${bad}
\`\`\`

## Good

\`\`\`${language} ${path}
${text.replace('MARK', 'healthy')}
\`\`\`

## When not to

Say where this is fine, and how to tell the reviewer.

## References

- Link the vendor's page that proves it
`;
}

async function addToIndex() {
  const index = join('src', 'rules', folder, 'index.ts');
  const lines = (await readFile(index, 'utf8')).split('\n').filter((line) => line !== '' && line !== 'export {};');
  lines.push(`export { ${name} } from './${id}.ts';`);
  await writeFile(index, `${lines.sort((a, b) => fileOf(a).localeCompare(fileOf(b))).join('\n')}\n`);
}

function fileOf(line) {
  return line.slice(line.indexOf("'"));
}

async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
