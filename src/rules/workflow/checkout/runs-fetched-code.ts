import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';
import { plainFolders } from './plain-folders.ts';

/**
 * Programs that run what the folder they work in tells them to: build files, hooks, plugins, configuration written in
 * code. From the documentation of each program, November 2026.
 */
const RUNS_THE_FOLDER =
  /(^|[\s;&|(])((npm|pnpm|yarn|bun)( (?!--version|-v\b|view|login|whoami|config|info|cache|i(nstall)? (\S+ )*-g\b)|$)|npx |node [^-\s]|deno (run|task|test)|make\b|cmake\b|ninja\b|\.?\/?gradlew?\b|gradle\b|mvnw?\b|\.\/mvnw|ant\b|sbt\b|cargo (build|run|test|bench|check|clippy|install --path)|go (run|generate|test|build)|python[\d.]* [^-\s]|python[\d.]* -m (pytest|build|pip install \.|unittest|tox|nox)|pip[\d.]* install (\S+ )*(-e |-r |\.|--editable)|pipenv (install|run|sync)|poetry (install|run|build)|uv (sync|run|pip install)|pdm (install|run)|hatch\b|tox\b|nox\b|pytest\b|pre-commit run|bundle (install|exec)|rake\b|rspec\b|gem build|composer (install|update|run)|php [^-\s]|phpunit\b|dotnet (build|test|run|restore|publish|pack)|msbuild\b|nuget restore|swift (build|test|run)|xcodebuild\b|pod install|fastlane\b|mix (deps\.get|test|compile)|rebar3\b|stack (build|test)|cabal (build|test)|bazel(isk)? (build|run|test)|terraform (init|plan|apply|validate)|tofu (init|plan|apply)|terragrunt\b|pulumi (up|preview)|ansible-playbook\b|docker( buildx)? (build|compose)|docker-compose (up|build|run)|helm (install|upgrade|template)|eslint\b|prettier\b|jest\b|vitest\b|mocha\b|webpack\b|vite\b|rollup\b|tsc\b|turbo\b|nx\b|lerna\b|goreleaser\b|sonar-scanner\b|golangci-lint\b|mkdocs\b|jekyll\b|hugo\b|sphinx-build\b|just\b|task\b|sed (\S+ )*-f\b|awk (\S+ )*-f\b|(bash|sh|zsh|source|\.|pwsh|ruby|perl) (-\w+ )*(?!-)[\w.$]*[\w./-]+)|(^|[;&|(`]|\b(then|do|else|sudo|exec|time|env|xargs|\w+=[^\s'"]*))\s*\.{1,2}\/[\w./-]+|(^|\n)\s*(script|scripts|bin|ci|tools|hack|\.github)\/[\w./-]+/;

/** Actions that build, test or configure themselves from the folder. */
const ACTIONS =
  /^(actions\/jekyll-build-pages|docker\/(build-push-action|bake-action)|pre-commit\/action|golangci\/golangci-lint-action|sonarsource\/[\w-]+|gradle\/gradle-build-action|burrunan\/gradle-cache-action|cypress-io\/github-action|bahmutov\/npm-install|goreleaser\/goreleaser-action|reviewdog\/action-(eslint|rubocop|golangci-lint|mypy)|super-linter\/super-linter|github\/super-linter|oxsecurity\/megalinter|danger\/[\w-]+|changesets\/action|helm\/chart-testing-action|pulumi\/actions|ansible\/ansible-lint|wagoid\/commitlint-github-action|treosh\/lighthouse-ci-action|jamesives\/github-pages-deploy-action|borales\/actions-yarn|nick-fields\/retry|nrwl\/[\w-]+|tauri-apps\/tauri-action|pyo3\/maturin-action|pypa\/cibuildwheel)$/i;

/** The first step after a checkout that runs what was fetched into `folder`; undefined where none does in plain sight. */
export function runsFetchedCode(job: Job, checkout: Step, folder: string): Step | undefined {
  const within = checkout.run
    ? job.steps.slice(job.steps.indexOf(checkout))
    : job.steps.slice(job.steps.indexOf(checkout) + 1);
  return within.find((step) => runsFolder(step, folder));
}

/** Whether a step runs what lies in a folder of the workspace, or in the workspace itself where it is empty. */
export function runsFolder(step: Step, folder: string): boolean {
  const own = plainFolders(folder).replace(/^\.\//, '').replace(/\/$/, '');
  if (step.uses) return runsByAction(step, own);
  if (own === '') return runsTheWorkspace(step);
  const script = withoutComments(plainFolders(step.run?.text ?? ''));
  const inside = plainFolders(textAt(step.node, 'working-directory') ?? '')
    .replace(/^\.\//, '')
    .startsWith(own);
  return inside
    ? RUNS_THE_FOLDER.test(script)
    : script.split('\n').some((line) => line.includes(own) && runsOrEnters(line, script, own));
}

const known = new WeakMap<Step, boolean>();

function runsTheWorkspace(step: Step): boolean {
  const found = known.get(step) ?? RUNS_THE_FOLDER.test(withoutComments(step.run?.text ?? ''));
  known.set(step, found);
  return found;
}

function runsOrEnters(line: string, script: string, folder: string): boolean {
  if (/\bcd\b/.test(line)) return RUNS_THE_FOLDER.test(script.slice(script.indexOf(line)));
  const mentions = new RegExp(`(^|[\\s"'=./])${folder.replace(/[^\w-]/g, '\\$&')}(/|\\b)`);
  const commands = line.split(/;|&&|\|\|?/);
  return commands.some(
    (command, index) =>
      mentions.test(command) &&
      RUNS_THE_FOLDER.test(command) &&
      !isData(command.trim(), folder) &&
      !isReplaced(command.trim(), [...linesBefore(script, line), ...commands.slice(0, index)], folder),
  );
}

/** The commands on the lines above the first one like this. */
function linesBefore(script: string, line: string): readonly string[] {
  return script.slice(0, script.indexOf(line)).split(/\n|;|&&/);
}

/** `cp main/run.sh folder/run.sh`, and then it is run: by then it is not the one that was fetched. */
function isReplaced(command: string, before: readonly string[], folder: string): boolean {
  const [, , script, program] = PROGRAM.exec(command) ?? [];
  const named = plainPath(script ?? program ?? '');
  return before.some((earlier) => {
    const [copier = '', ...words] = earlier.trim().split(/\s+/).map(plainPath);
    const [from, to, ...more] = words.filter((word) => !word.startsWith('-'));
    if (!/^(cp|mv|install)$/.test(copier) || !from || !to || more.length > 0 || isBelow(from, folder)) return false;
    return to === named || `${to.replace(/\/$/, '')}/${from.slice(from.lastIndexOf('/') + 1)}` === named;
  });
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function plainPath(word: string): string {
  return word.replace(/["']/g, '').replace(/^\.\//, '');
}

/** A script that is named by its path, or that an interpreter is given. */
const PROGRAM =
  /^(?:(?:sudo|time|exec|\w+=\S*)\s+)*(?:(?:node|deno run|python[\d.]*|bash|sh|zsh|source|\.|pwsh|ruby|perl|php)\s+((?:-\S+\s+)*)([^\s-]\S*)|([\w./-]*\/[\w.-]+\.(?:sh|bash|py|js|mjs|cjs|ts|rb|pl|ps1))(?=\s|$))/;

/** `node scripts/read.js folder/report.json`: another program is given what lies there. */
function isData(command: string, folder: string): boolean {
  const [, options = '', script, program] = PROGRAM.exec(command) ?? [];
  const named = script ?? program;
  return named !== undefined && !/(^|\s)-\w*[mcer]\b/.test(options) && !named.includes(folder);
}

function runsByAction(step: Step, folder: string): boolean {
  const { uses } = step;
  if (!uses) return false;
  if (uses.kind === 'local') return folder === '' || uses.path.startsWith(`${folder}/`);
  const inputs = (step.with?.entries ?? []).map(({ value }) => (value.type === 'scalar' ? value.text : ''));
  if (/^actions\/github-script$/i.test(uses.repository))
    return inputs.some(
      (text) => /require\(\s*['"`]\.{1,2}\/|import\(\s*['"`]\.{0,2}\//.test(text) && text.includes(folder),
    );
  if (/^ruby\/setup-ruby$/i.test(uses.repository))
    return folder === '' && textAt(step.with, 'bundler-cache') === 'true';
  if (!ACTIONS.test(uses.repository)) return false;
  return folder === '' || inputs.some((text) => plainFolders(text).replace(/^\.\//, '').startsWith(folder));
}

function withoutComments(script: string): string {
  return script.replace(/(^|\s)#[^\n]*/g, '$1').replace(/\\\r?\n/g, ' ');
}
