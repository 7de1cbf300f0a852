import type { Uses } from '../../documents/workflow/uses.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, isTrue, textAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Message, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

interface Row {
  /** The inputs that name permissions. */
  readonly permissions: RegExp;
  /** How one permission is asked for. */
  readonly example: string;
  readonly all?: true;
}

const ACTIONS: Readonly<Record<string, Row>> = {
  'actions/create-github-app-token': { permissions: /^permission-./, example: 'permission-contents: read' },
  // Its token reaches the whole installation unless it is told otherwise.
  'tibdex/github-app-token': {
    permissions: /^permissions$/,
    example: `permissions: '{"contents": "read"}'`,
    all: true,
  },
};
/** Permissions of an organisation, which no repository limits. */
const OF_ORGANISATION = /^permission-(members|organization-|team-discussions|enterprise-|email-addresses)/;

export const githubAppTokenScope: Rule<WorkflowDocument | ActionDocument> = {
  id: 'github-app-token-scope',
  kinds: ['workflow', 'action'],
  title: 'Token of a GitHub App is wider than the job',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['github-app'],
    ghalint: ['github_app_should_limit_repositories', 'github_app_should_limit_permissions'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, key } of stepsOf(document)) {
      const action = step.uses?.repository.toLowerCase() ?? '';
      const row = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
      if (row && step.uses && entryOf(step.node, 'with')?.value.type !== 'scalar')
        yield* judge(step.uses, step.with, row, key);
    }
  },
};

function* judge({ raw, node }: Uses, inputs: YamlMap | undefined, row: Row, key: string): Generator<Observation> {
  const names = (inputs?.entries ?? []).map((entry) => entry.key.text.toLowerCase());
  if (!names.some((name) => row.permissions.test(name)))
    yield { range: node.range, key: `${key}/permissions`, message: allPermissions(raw, row.example) };
  if (reachesAll(inputs, names, row.all === true))
    yield {
      range: entryOf(inputs, 'owner')?.range ?? node.range,
      key: `${key}/repositories`,
      message: allRepositories(raw),
    };
  const kept = entryOf(inputs, 'skip-token-revoke');
  if (!kept || !(isTrue(kept.value) || textAt(kept.value)?.includes('${{'))) return;
  yield {
    range: kept.range,
    key: `${key}/revoke`,
    severity: 'low',
    confidence: isTrue(kept.value) ? 'certain' : 'heuristic',
    message: notRevoked(textAt(kept.value) ?? ''),
  };
}

function reachesAll(inputs: YamlMap | undefined, names: readonly string[], always: boolean): boolean {
  if (names.includes('repositories') || names.includes('repository') || names.includes('enterprise')) return false;
  const asked = names.filter((name) => name.startsWith('permission-'));
  if (asked.length > 0 && asked.every((name) => OF_ORGANISATION.test(name))) return false;
  return always || entryOf(inputs, 'owner') !== undefined;
}

function allPermissions(action: string, example: string): Message {
  return {
    what: `${quote(action)} asks for a token with every permission that the app was given.`,
    why: 'An app serves many workflows; a step that goes wrong here can do what any of them may do.',
    remedy: `Name what this job needs, as ${quote(example)} does.`,
  };
}

function allRepositories(action: string): Message {
  return {
    what: `${quote(action)} asks for a token for all repositories in which the app is installed.`,
    why: 'Whoever gets hold of it reaches all of them, not only the one that this job works on.',
    remedy: `Name the repositories under ${quote('repositories')}.`,
  };
}

function notRevoked(value: string): Message {
  return {
    what: `${quote(`skip-token-revoke: ${value}`)} leaves the token valid after the job.`,
    why: 'It stays good for up to an hour, for whoever found it in a log, a cache or an artifact.',
    remedy: 'Leave the input out, so that the token ends with the job.',
  };
}
