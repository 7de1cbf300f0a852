import { loadGrammars } from '../documents/syntax-tree.ts';
import { providerFromEnvironment } from '../judge/providers/provider-from-environment.ts';
import { builtInAgents } from '../local/assets.ts';
import { findBase } from '../local/find-base.ts';
import { tryGit } from '../local/git.ts';
import { readWorkingTree } from '../local/read-working-tree.ts';
import { loadPersona } from '../personas/load-persona.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import { SETTINGS_PATH, WAIVERS_PATH } from '../policy/settings-schema.ts';
import { rules } from '../rules/index.ts';
import type { Arguments } from './read-arguments.ts';
import { repositoryFolder } from './repository-folder.ts';
import type { Streams } from './streams.ts';

/** One thing looked at: whether it is well, and what to do where it is not. */
interface Diagnosis {
  readonly what: string;
  readonly state: 'ok' | 'note' | 'broken';
  readonly detail: string;
}

/**
 * Says whether everything a review needs is there, and, in the environment of an App, everything that it needs. Exit code
 * 2 when something is broken, 1 when the App lacks something.
 */
export async function doctorCommand(args: Arguments, streams: Streams): Promise<number> {
  const directory = await repositoryFolder(args.repo, streams.cwd);
  const diagnoses = [
    nodeVersion(),
    await grammars(),
    await git(directory),
    await settings(directory),
    await agents(),
    model(streams),
  ];
  for (const { what, state, detail } of diagnoses) streams.out(`${state.padEnd(6)}  ${what.padEnd(10)}  ${detail}\n`);
  const served = await app(streams);
  if (diagnoses.some(({ state }) => state === 'broken')) return 2;
  return served ? 0 : 1;
}

/** Whether the App of this environment, if it is that of one, has what it needs. */
async function app({ env, out }: Streams): Promise<boolean> {
  // Whoever reviews locally does not load it.
  const { diagnoseApp, isApp } = await import('../app/doctor/diagnose-app.ts');
  if (!isApp(env)) return true;
  out('\nThe App\n');
  const diagnoses = await diagnoseApp(env);
  for (const { what, state, detail } of diagnoses) out(`${state.padEnd(7)}  ${what.padEnd(11)}  ${detail}\n`);
  return diagnoses.every(({ state }) => state !== 'failed');
}

function nodeVersion(): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return {
    what: 'Node',
    state: fits ? 'ok' : 'broken',
    detail: fits ? process.version : `${process.version}; 20.19.0 or newer is needed`,
  };
}

async function grammars(): Promise<Diagnosis> {
  try {
    await loadGrammars(['hcl', 'python', 'bash']);
    return { what: 'parsers', state: 'ok', detail: 'Terraform, Python and shell grammars load' };
  } catch (error) {
    return {
      what: 'parsers',
      state: 'broken',
      detail: `a grammar does not load (${String(error)}); run \`npm ci\` again`,
    };
  }
}

async function git(directory: string): Promise<Diagnosis> {
  const root = await tryGit(directory, ['rev-parse', '--show-toplevel']);
  if (!root)
    return {
      what: 'git',
      state: 'note',
      detail: 'no git repository here (or no git); `review` shows the example, `scan` works',
    };
  const base = await findBase(root, 'HEAD');
  return base
    ? { what: 'git', state: 'ok', detail: `changes are compared with ${base.name}` }
    : { what: 'git', state: 'note', detail: 'no main or master branch to compare with; name one with --base' };
}

/** Names that somebody gives the file, and nobody reads. */
const OTHER_NAMES = ['.github/pipewright.yaml', '.pipewright.yml', 'pipewright.yml', 'pipewright.yaml'];

async function settings(directory: string): Promise<Diagnosis> {
  const files = await readWorkingTree(directory, [SETTINGS_PATH, WAIVERS_PATH, ...OTHER_NAMES]);
  const fileAt = (path: string) => {
    const content = files.get(path);
    return content?.state === 'text' ? { path, text: content.text } : undefined;
  };
  const [given, waivers] = [fileAt(SETTINGS_PATH), fileAt(WAIVERS_PATH)];
  const known = new Set(rules.map(({ id }) => id));
  const read = { ...(given ? { settings: given } : {}), ...(waivers ? { waivers } : {}) };
  const { problems, mode } = loadPolicy(read, new Date(), known);
  if (problems.length > 0) return { what: 'settings', state: 'broken', detail: problems.join('; ') };
  if (given) return { what: 'settings', state: 'ok', detail: `${SETTINGS_PATH}, mode ${mode}` };
  const other = OTHER_NAMES.find((path) => fileAt(path) !== undefined);
  return {
    what: 'settings',
    state: other ? 'broken' : 'note',
    detail: other
      ? `${other} is not read, so the defaults hold (mode advise); rename it to ${SETTINGS_PATH}`
      : `no ${SETTINGS_PATH}; defaults hold (mode advise). \`pipewright init\` writes one`,
  };
}

async function agents(): Promise<Diagnosis> {
  const known = new Map(rules.map((rule) => [rule.id, rule.kinds]));
  const loaded = (await builtInAgents()).map((file) => loadPersona(file, known));
  const problems = loaded.flatMap((one) => ('problem' in one ? [one.problem] : one.problems));
  const items = loaded.reduce((sum, one) => sum + ('problem' in one ? 0 : one.items.length), 0);
  return problems.length > 0
    ? { what: 'personas', state: 'broken', detail: problems.join('; ') }
    : {
        what: 'personas',
        state: 'ok',
        detail: `${loaded.length} agent files, ${items} checklist items, ${rules.length} rules`,
      };
}

function model({ env }: Streams): Diagnosis {
  const found = providerFromEnvironment(env);
  return 'provider' in found
    ? { what: 'model', state: 'ok', detail: `\`review --judge\` asks ${found.provider.name}` }
    : { what: 'model', state: 'note', detail: `${found.missing}; rules alone decide, nothing leaves this machine` };
}
