import type { ComposeDocument } from '../../documents/compose.ts';
import { entryOf, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Edit, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const composeVersionField: Rule<ComposeDocument> = {
  id: 'compose-version-field',
  kinds: ['compose'],
  title: 'File still names a Compose version',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { dclint: ['no-version-field'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    const entry = entryOf(view.root, 'version');
    if (entry?.value.type !== 'scalar') return;
    yield {
      range: entry.range,
      message: {
        what: `The file says ${quote(`version: ${entry.value.text}`)}.`,
        why: 'Compose reads every file by the newest format and warns about the line at each start.',
        remedy: 'Delete the line.',
      },
      fix: { title: 'Delete the version', safety: 'review', edits: [deletion(source, entry)] },
    };
  },
};

/** The entry, a comment behind it, and the empty lines that follow. */
function deletion(source: string, { range }: YamlEntry): Edit {
  const rest = /^[ \t]*(#[^\n]*)?\s*/.exec(source.slice(range.end))?.[0].length ?? 0;
  return { range: { start: range.start, end: range.end + rest }, text: '' };
}
