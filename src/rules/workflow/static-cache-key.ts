import { expressionsIn } from '../../documents/workflow/expression.ts';
import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { scalarAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

type Subject = WorkflowDocument | ActionDocument;

export const staticCacheKey: Rule<Subject> = {
  id: 'static-cache-key',
  kinds: ['workflow', 'action'],
  title: 'A cache key never changes',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'performance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document, context) {
    for (const { step, key } of stepsOf(document)) {
      const cacheKey = keyOf(step);
      if (!cacheKey) continue;
      if (isFixed(document.source, cacheKey)) yield fixed(cacheKey, key);
      // Only of a whole repository it is known what is not there.
      const { change, [context.side]: side } = context.project;
      const tree = change.mergeBaseSha === undefined ? 'unknown' : side.tree;
      for (const pattern of hashedPatterns(cacheKey.text))
        if (matchesNothing(pattern, tree)) yield unmatched(cacheKey, pattern, key);
    }
  },
};

function keyOf(step: Step): YamlScalar | undefined {
  const repository = step.uses?.repository.toLowerCase();
  const saves = repository === 'actions/cache' && (step.uses?.path ?? '') !== 'restore';
  return saves ? scalarAt(step.with, 'key') : undefined;
}

/** What is the same for every commit: the runner, the job's place in a matrix. */
const CONSTANT = /^(runner|matrix|strategy)\.|^github\.(workflow|job|repository|repository_owner|action)$/;

/** The version of a language says nothing of the packages for it; that of anything else names what is cached. */
const TOOL_VERSION =
  /^matrix\.(?!(.*[-_.])?(python|py|node|go|ruby|java|jdk|php|perl|rust|toolchain|dotnet|scala|elixir|otp|julia|compiler|os)([-_.]|ver|$))\S*(ver|release)/;

/** Whether nothing in a key changes with the content; a number such as `1.2.3` beside the expressions is changed by hand. */
function isFixed(source: string, key: YamlScalar): boolean {
  if (/\d\.\d/.test(key.text.replace(/\$\{\{[^}]{0,500}\}\}/g, ''))) return false;
  return expressionsIn(source, key).every(({ node }) => {
    const path = node?.kind === 'context' ? node.path.join('.') : '';
    return CONSTANT.test(path) && !TOOL_VERSION.test(path);
  });
}

function fixed(key: YamlScalar, address: string): Observation {
  return {
    range: key.range,
    key: `${address}/key`,
    message: {
      what: `The cache key ${quote(key.text)} is the same for every commit.`,
      why: 'A saved cache is never written again: what the first run put there is used for ever, or it is of no use.',
      remedy:
        "Name what the content depends on: `${{ hashFiles('**/package-lock.json') }}`, and `restore-keys` for the next best.",
    },
  };
}

/** The patterns of `hashFiles('a', 'b')` that are written out. */
function hashedPatterns(key: string): string[] {
  return [...key.matchAll(/hashFiles\(([^()]{1,500})\)/gi)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].flatMap(([, pattern]) => (pattern && !pattern.startsWith('!') ? [pattern] : [])),
  );
}

/** Only what can be told without a glob library: a path, or a name in any folder. */
function matchesNothing(pattern: string, tree: ReadonlySet<string> | 'unknown'): boolean {
  const name = /^(?:\.\/)?(\*\*\/)?([\w./-]+)$/.exec(pattern);
  if (!name || tree === 'unknown' || tree.size === 0 || MADE.test(pattern)) return false;
  const [, anywhere, path = ''] = name;
  if (tree.has(path)) return false;
  return !anywhere || ![...tree].some((one) => one.endsWith(`/${path}`));
}

/** Files that a step makes before. */
const MADE = /(^|\/)(dist|build|out|target|tmp|\.cache)\/|\.(txt|tmp|date|stamp)$/;

function unmatched(key: YamlScalar, pattern: string, address: string): Observation {
  return {
    range: key.range,
    key: `${address}/key/${pattern}`,
    confidence: 'heuristic',
    message: {
      what: `The repository has no file ${quote(pattern)}, of which the cache key takes the hash.`,
      why: 'The hash is empty, so the key is the same for every commit.',
      remedy: 'Name the file that the content depends on.',
    },
  };
}
