import { contextPaths, type ExpressionNode } from '../../../documents/workflow/expression.ts';

/** Variables that every runner sets (https://docs.github.com/en/actions/reference/workflows-and-actions/variables). */
const GIVEN: Readonly<Record<string, string>> = {
  'github.actor': 'GITHUB_ACTOR',
  'github.base_ref': 'GITHUB_BASE_REF',
  'github.head_ref': 'GITHUB_HEAD_REF',
  'github.ref': 'GITHUB_REF',
  'github.ref_name': 'GITHUB_REF_NAME',
  'github.repository': 'GITHUB_REPOSITORY',
  'github.sha': 'GITHUB_SHA',
  'github.triggering_actor': 'GITHUB_TRIGGERING_ACTOR',
};

/** The variable to read instead of an expression: one that is there anyway, or a name for a new one. */
export function variableName(node: ExpressionNode): { readonly name: string; readonly given: boolean } {
  const given = node.kind === 'context' ? GIVEN[node.path.join('.')] : undefined;
  if (given) return { name: given, given: true };
  const paths = [...contextPaths(node)];
  return { name: nameOf(paths[0] ?? ['value']), given: false };
}

/** `github.event.pull_request.title` becomes PULL_REQUEST_TITLE, `inputs.path` INPUT_PATH: never PATH itself. */
function nameOf(path: readonly string[]): string {
  const [context, ...rest] = path.filter((step) => step !== '*' && step !== '[]' && step !== 'outputs');
  const words =
    context === 'github'
      ? rest.filter((step) => step !== 'event')
      : [context === 'inputs' ? 'input' : (context ?? ''), ...rest];
  const named = words
    .map((word) => (word === 'inputs' ? 'input' : word))
    .filter((word) => word !== 'steps' && word !== 'needs');
  const name = named.join('_').replace(/\W+/g, '_').toUpperCase();
  if (name === '') return path.at(-1) === 'event' ? 'EVENT' : 'CONTEXT';
  return /^[A-Z_]/.test(name) && named.length > 1 ? name : `VALUE_${name}`;
}
