import type { DependabotDocument, DependabotUpdate } from '../../documents/dependabot.ts';
import { entryOf, mapAt, scalarAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** Most releases that were published with a stolen key have been found within that time. */
const DAYS = 7;

export const dependabotCooldown: Rule<DependabotDocument> = {
  id: 'dependabot-cooldown',
  kinds: ['dependabot'],
  title: 'Updates are proposed on the day they come out',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { zizmor: ['dependabot-cooldown'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const update of view.updates) {
      const { node, ecosystem, directory } = update;
      // Security updates do not wait; a group of several ecosystems has its own settings.
      if (scalarAt(node, 'open-pull-requests-limit')?.text === '0' || entryOf(node, 'multi-ecosystem-group')) continue;
      const cooldown = mapAt(node, 'cooldown');
      const days = scalarAt(cooldown, 'default-days');
      const waits = days ? Number(days.text) >= DAYS : cooldown?.entries.some(({ key }) => /^semver-/.test(key.text));
      if (waits || (days && !/^\d+$/.test(days.text))) continue;
      const fix = days ? raise(days) : insert(source, update);
      yield {
        range: days?.range ?? entryOf(node, 'package-ecosystem')?.range ?? node.range,
        key: `${ecosystem}:${directory}`,
        severity: days ? 'info' : 'low',
        message: {
          what: days
            ? `Updates of ${quote(ecosystem)} wait ${days.text} days.`
            : `Updates of ${quote(ecosystem)} have no ${quote('cooldown')}.`,
          why: 'A release that was published with a stolen key is mostly found within a week; until then it is the newest.',
          remedy: `Set ${quote(`default-days: ${DAYS}`)} under ${quote('cooldown')}.`,
        },
        ...(fix ? { fix } : {}),
      };
    }
  },
};

function raise({ contentRange }: YamlScalar): Fix {
  return { title: `Wait ${DAYS} days`, safety: 'review', edits: [{ range: contentRange, text: String(DAYS) }] };
}

function insert(source: string, { node }: DependabotUpdate): Fix | undefined {
  const entry = entryOf(node, 'package-ecosystem');
  if (!entry || entry.merged || node.flow || entryOf(node, 'cooldown')) return undefined;
  const indent = ' '.repeat(entry.range.start - source.lastIndexOf('\n', entry.range.start - 1) - 1);
  const lineEnd = source.indexOf('\n', entry.range.end);
  const newLine = source[lineEnd - 1] === '\r' ? '\r\n' : '\n';
  const at = lineEnd < 0 ? source.length : lineEnd - newLine.length + 1;
  return {
    title: `Wait ${DAYS} days`,
    safety: 'review',
    edits: [
      { range: { start: at, end: at }, text: `${newLine}${indent}cooldown:${newLine}${indent}  default-days: ${DAYS}` },
    ],
  };
}
