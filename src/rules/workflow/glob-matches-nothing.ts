import type { WorkflowDocument } from '../../documents/workflow.ts';
import { itemsAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { compileGlob } from './globs/compile-glob.ts';
import { globProblem } from './schema/glob-problem.ts';

/** More paths than this, or a longer pattern, are not compared one by one. */
const MAX_PATHS = 50_000;
const MAX_LENGTH = 300;

export const globMatchesNothing: Rule<WorkflowDocument> = {
  id: 'glob-matches-nothing',
  kinds: ['workflow'],
  title: 'Path filter matches no file',
  severity: 'low',
  confidence: 'certain',
  // Filters for files that are yet to come are common.
  strictness: 'pedantic',
  domain: 'correctness',
  aliases: { 'action-validator': ['glob'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document, { project, side }) {
    const filters = [...pathFilters(document)];
    const { tree } = project[side];
    if (filters.length === 0) return;
    if (tree === 'unknown' || tree.size > MAX_PATHS) {
      yield { unverified: 'whether the path filters match anything: the files of the repository are not all known' };
      return;
    }
    const root = document.path.slice(0, Math.max(0, document.path.indexOf('.github/')));
    const paths = pathsBelow(root, tree);
    for (const { pattern, key } of filters) {
      const matches = compileGlob(pattern.text.replace(/^!/, ''));
      if (!paths.some(matches)) yield problem(pattern, key);
    }
  },
};

/** The same for all workflows of a repository. */
const known = new WeakMap<ReadonlySet<string>, Map<string, readonly string[]>>();

function pathsBelow(root: string, tree: ReadonlySet<string>): readonly string[] {
  const byRoot = known.get(tree) ?? new Map<string, readonly string[]>();
  known.set(tree, byRoot);
  const paths =
    byRoot.get(root) ?? [...tree].filter((path) => path.startsWith(root)).map((path) => path.slice(root.length));
  byRoot.set(root, paths);
  return paths;
}

function* pathFilters({ view }: WorkflowDocument): Generator<{ pattern: YamlScalar; key: string }> {
  for (const { event, config } of view.triggers)
    for (const filter of ['paths', 'paths-ignore'])
      for (const pattern of itemsAt(config, filter)) {
        if (pattern.type !== 'scalar' || pattern.text.includes('${{') || pattern.text.length > MAX_LENGTH) continue;
        if (!globProblem(pattern.text, 'path')) yield { pattern, key: `${event}/${filter}/${pattern.text}` };
      }
}

function problem(pattern: YamlScalar, key: string): Observation {
  return {
    range: pattern.range,
    key,
    message: {
      what: `No file of the repository matches ${quote(pattern.text)}.`,
      why: 'The filter does nothing: the workflow does not start for the files that were meant, or starts for all.',
      remedy: 'Correct the path, which begins at the root of the repository, or take it out.',
    },
  };
}
