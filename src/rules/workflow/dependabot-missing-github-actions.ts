import type { DependabotDocument } from '../../documents/dependabot.ts';
import { at, entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const RENOVATE = /^(\.github\/|\.gitlab\/)?(renovate\.json5?|\.renovaterc(\.json5?)?)$/;

export const dependabotMissingGithubActions: Rule<DependabotDocument> = {
  id: 'dependabot-missing-github-actions',
  kinds: ['dependabot'],
  title: 'Dependabot leaves out the actions',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { sisakulint: ['dependabot-github-actions'], scorecard: ['Dependency-Update-Tool'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ path, source, view }, { project, side }) {
    const { tree } = project[side];
    const updates = entryOf(view.root, 'updates');
    if (!updates || tree === 'unknown' || project.isolated || !path.startsWith('.github/')) return;
    if (view.updates.some(({ ecosystem }) => ecosystem === 'github-actions')) return;
    const paths = [...tree];
    if (!paths.some((one) => WORKFLOW.test(one)) || paths.some((one) => RENOVATE.test(one))) return;
    const fix = append(source, view.root);
    yield {
      range: updates.key.range,
      key: 'github-actions',
      message: {
        what: `${quote('updates')} does not list ${quote('github-actions')}, and there are workflows.`,
        why: 'Actions stay at the version they have, fixes of their holes included.',
        remedy: `Add an update for ${quote('github-actions')} in ${quote('/')}.`,
      },
      ...(fix ? { fix } : {}),
    };
  },
};

/** One more item, written like the last one. */
function append(source: string, root: DependabotDocument['view']['root']): Fix | undefined {
  const list = at(root, 'updates');
  const last = list?.type === 'list' && !list.flow ? list.items.at(-1) : undefined;
  if (last?.type !== 'map' || last.flow) return undefined;
  const lineStart = source.lastIndexOf('\n', last.range.start - 1) + 1;
  const [, indent, dash] = /^( *)(- +)$/.exec(source.slice(lineStart, last.range.start)) ?? [];
  if (indent === undefined || dash === undefined) return undefined;
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const inner = indent + ' '.repeat(dash.length);
  const lines = [
    `${indent}${dash}package-ecosystem: github-actions`,
    `${inner}directory: /`,
    `${inner}schedule:`,
    `${inner}  interval: weekly`,
  ];
  const lineEnd = source.indexOf('\n', last.range.end);
  const end = lineEnd < 0 ? source.length : lineEnd + 1;
  const text = lines.join(newLine);
  return {
    title: 'Update actions every week',
    safety: 'review',
    edits: [{ range: { start: end, end }, text: lineEnd < 0 ? newLine + text : text + newLine }],
  };
}
