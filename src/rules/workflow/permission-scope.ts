import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, type YamlEntry, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { closestName } from './jobs/closest-name.ts';
import { SCOPES } from './permissions/scopes.ts';

export const permissionScope: Rule<WorkflowDocument> = {
  id: 'permission-scope',
  kinds: ['workflow'],
  title: 'A permission that does not exist',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['permissions', 'syntax-check'], sisakulint: ['permissions'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const places = [{ node: view.root, key: '' }, ...view.jobs.map((job) => ({ node: job.node, key: job.id }))];
    let blocks = 0;
    let wrong = 0;
    for (const { node, key } of places) {
      const entry = entryOf(node, 'permissions');
      if (!entry) continue;
      blocks += 1;
      for (const found of blockProblems(entry, key)) {
        wrong += 1;
        yield found;
      }
    }
    if (blocks > 0 && wrong === 0)
      yield { proof: `${blocks} blocks of permissions name scopes that exist`, range: firstBlock(view.root, places) };
  },
};

function firstBlock(root: YamlMap, places: readonly { readonly node: YamlMap }[]): Range {
  return places.flatMap(({ node }) => entryOf(node, 'permissions')?.key.range ?? [])[0] ?? root.range;
}

function* blockProblems({ value, key: name }: YamlEntry, key: string): Generator<Observation> {
  if (value.type === 'list') {
    yield problem(
      value.range,
      key,
      'The permissions are a list.',
      'Write scopes as keys, each with `read`, `write` or `none`.',
    );
    return;
  }
  if (value.type === 'scalar') {
    if (value.value === null)
      yield problem(name.range, key, 'The permissions are empty.', 'Write `{}` to grant nothing, or list scopes.');
    else if (!['read-all', 'write-all'].includes(value.text)) {
      yield problem(
        value.range,
        `${key}/all`,
        `${quote(value.text)} is no permission for all scopes.`,
        'Write `read-all`, or list scopes.',
        closestName(value.text, ['read-all', 'write-all']),
      );
    }
    return;
  }
  for (const entry of value.entries) yield* scopeProblems(entry, key);
}

function* scopeProblems({ key: scope, value }: YamlEntry, key: string): Generator<Observation> {
  const levels = Object.hasOwn(SCOPES, scope.text) ? SCOPES[scope.text] : undefined;
  if (!levels) {
    const meant = closestName(scope.text, Object.keys(SCOPES));
    yield {
      ...problem(
        scope.range,
        `${key}/${scope.text}`,
        `${quote(scope.text)} is no scope of the workflow token.`,
        meant ? `Write ${quote(meant)}.` : 'Check its name.',
        meant,
      ),
      ...(meant ? {} : { severity: 'low', confidence: 'heuristic' }),
    };
    return;
  }
  if (value.type === 'scalar' && levels.includes(value.text)) return;
  const text = value.type === 'scalar' ? value.text : 'a mapping';
  yield problem(
    value.range,
    `${key}/${scope.text}/level`,
    `${quote(scope.text)} cannot be ${quote(text)}.`,
    `Write ${levels.map(quote).join(' or ')}.`,
    closestName(text, levels),
  );
}

function problem(
  range: Range,
  key: string,
  what: string,
  remedy: string,
  meant?: string,
): Observation & { readonly range: Range } {
  return {
    range,
    key,
    message: { what, why: 'GitHub refuses the whole file: none of its jobs runs.', remedy },
    ...(meant ? { fix: { title: `Write ${meant}`, safety: 'review', edits: [{ range, text: meant }] } } : {}),
  };
}
