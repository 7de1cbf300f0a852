import type { ActionDocument } from '../../documents/workflow.ts';
import { entryOf, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Rule } from '../../types.ts';

export const compositeRunShellMissing: Rule<ActionDocument> = {
  id: 'composite-run-shell-missing',
  kinds: ['action'],
  title: 'Script of a composite action names no shell',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    ghalint: ['action_shell_is_required'],
    actionlint: ['action'],
    languageservices: ['missing-shell'],
    'action-validator': ['schema'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, source }) {
    if (view.using.toLowerCase() !== 'composite') return;
    let scripts = 0;
    let wrong = 0;
    for (const { node, key } of view.steps) {
      const run = entryOf(node, 'run');
      if (!run) continue;
      scripts += 1;
      if (entryOf(node, 'shell')) continue;
      wrong += 1;
      const fix = node.flow ? undefined : addShell(source, run);
      yield {
        range: run.key.range,
        key,
        message: {
          what: 'The step has a script and no `shell`.',
          why: 'Composite actions have no default shell: GitHub cannot load the action, and every step that uses it fails.',
          remedy: 'Write `shell: bash`, or the one that the script is written for.',
        },
        ...(fix ? { fix } : {}),
      };
    }
    const [first] = view.root.entries;
    if (first && scripts > 0 && wrong === 0)
      yield { proof: `${scripts} scripts of the action name their shell`, range: first.key.range };
  },
};

/** Before the script, whose end may be a line break that belongs to it. */
function addShell(source: string, run: YamlEntry): Fix | undefined {
  if (run.merged) return undefined;
  const { start } = run.key.range;
  const column = start - (source.lastIndexOf('\n', start - 1) + 1);
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const text = `shell: bash${newLine}${' '.repeat(column)}`;
  return { title: 'Run it with bash', safety: 'review', edits: [{ range: { start, end: start }, text }] };
}
