import type { Mode } from '../../types.ts';

const SCHEMAS = 'https://raw.githubusercontent.com/pipewright/pipewright/v1/schemas';

/** Settings of a repository to begin with. */
export function settingsText(mode: Mode): string {
  return `# yaml-language-server: $schema=${SCHEMAS}/pipewright.schema.json
# How Pipewright reviews pull requests of this repository. It is read from the base branch, so a pull request
# cannot change the rules it is judged by. All keys: docs/configuration.md of Pipewright.

# observe: never fails, says what would have blocked. advise: comments. enforce: gates.
mode: ${mode}

# What an introduced finding must be to fail the gate: safe (high and certain, and of a rule that is wrong practically
# never), high, strict.
gate: safe
`;
}

/** Settings of an organisation to begin with, and floors that no repository can go below. */
export function organisationText(mode: Mode): string {
  return `# yaml-language-server: $schema=${SCHEMAS}/organisation.schema.json
# Settings of every repository that says \`extends: ORGANISATION/.github:pipewright.yml@main\`. A repository's own come first.
mode: ${mode}
gate: safe

# Floors: a repository may ask for more, never for less.
locked:
  mode: ${mode}
  gate: safe
  on-incomplete: block
  ignore: [] # nothing may be left out; list the globs that may
  judge:
    forks: false
`;
}
