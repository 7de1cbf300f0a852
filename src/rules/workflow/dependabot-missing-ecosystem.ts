import type { DependabotDocument } from '../../documents/dependabot.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** Files of a repository's root, and the ecosystems that look after them (Dependabot's documentation, November 2026). */
const ECOSYSTEMS: readonly (readonly [file: string, ecosystems: readonly string[]])[] = [
  ['package-lock.json', ['npm']],
  ['yarn.lock', ['npm']],
  ['pnpm-lock.yaml', ['npm']],
  ['bun.lock', ['bun']],
  ['poetry.lock', ['pip']],
  ['Pipfile.lock', ['pip']],
  ['uv.lock', ['uv', 'pip']],
  ['go.sum', ['gomod']],
  ['Cargo.lock', ['cargo']],
  ['Gemfile.lock', ['bundler']],
  ['composer.lock', ['composer']],
  ['mix.lock', ['mix']],
  ['pubspec.lock', ['pub']],
  ['Package.resolved', ['swift']],
  ['packages.lock.json', ['nuget']],
  ['.terraform.lock.hcl', ['terraform', 'opentofu']],
];
const RENOVATE = /^(\.github\/|\.gitlab\/)?(renovate\.json5?|\.renovaterc(\.json5?)?)$/;

export const dependabotMissingEcosystem: Rule<DependabotDocument> = {
  id: 'dependabot-missing-ecosystem',
  kinds: ['dependabot'],
  title: 'Dependabot leaves out a lock file',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { sisakulint: ['dependabot-ecosystem'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }, { project, side }) {
    const { tree } = project[side];
    const updates = entryOf(view.root, 'updates');
    if (!updates || tree === 'unknown' || project.isolated || !path.startsWith('.github/')) return;
    if ([...tree].some((one) => RENOVATE.test(one))) return;
    const listed = new Set(view.updates.map(({ ecosystem }) => ecosystem));
    const missing = ECOSYSTEMS.filter(([file, names]) => tree.has(file) && !names.some((name) => listed.has(name)));
    for (const [file, [ecosystem = '']] of missing) {
      yield {
        range: updates.key.range,
        key: file,
        message: {
          what: `${quote(file)} is there, and ${quote(ecosystem)} is not among the ${quote('updates')}.`,
          why: 'What it lists stays as it is, fixes of known holes included.',
          remedy: `Add an update for ${quote(ecosystem)} in ${quote('/')}.`,
        },
      };
    }
  },
};
