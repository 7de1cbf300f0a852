import type { SettingsDocument } from '../../documents/settings.ts';
import { lineRange, lineStarts } from '../../documents/source-text.ts';
import { itemsAt, scalarsBelow, textAt, type YamlMap, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Fault } from '../../policy/describe-issue.ts';
import { readSettings } from '../../policy/read-settings.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import type { SettingsChange } from './settings/settings-change.ts';
import { settingsChanges } from './settings/settings-changes.ts';

export const reviewConfigWeakened: Rule<SettingsDocument> = {
  id: 'review-config-weakened',
  kinds: ['settings'],
  title: 'The review itself is weakened',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head, { weightOf }) {
    if ((head ?? base)?.view.file === 'waivers') yield* waivers(base, head);
    else if (base && !head) yield gone(base);
    else if (base && head) yield* settings(base, head, weightOf);
  },
};

/** From the settings that cannot be read, nothing was in force that a repair could give up. */
function* settings(
  base: SettingsDocument,
  head: SettingsDocument,
  weightOf: RuleContext['weightOf'],
): Generator<Observation> {
  const [before, after] = [base.view.root, head.view.root];
  if (before?.type !== 'map' || 'faults' in readSettings(base.source)) return;
  const read = readSettings(head.source);
  if ('faults' in read) {
    for (const fault of read.faults) yield invalid(base, head, fault);
    return;
  }
  const now: YamlMap = after?.type === 'map' ? after : { ...before, entries: [] };
  for (const change of settingsChanges(before, now, weightOf)) yield problem(base, change);
}

function problem(base: SettingsDocument, change: SettingsChange): Observation {
  const range = change.head ?? change.base;
  return {
    range: range ?? { start: 0, end: 0 },
    ...(change.head ? {} : { side: 'base' }),
    key: change.key,
    severity: change.severity,
    message: {
      what: `The change ${change.what}.`,
      why: 'Once it is merged, later pull requests get through that are stopped or reported today; this one is still judged by the settings of the base.',
      remedy:
        'Keep the setting, or let a maintainer who did not write the change accept it, with the reason in the file.',
    },
    ...(change.base && change.head
      ? { related: [{ path: base.path, side: 'base', range: change.base, message: 'It was this.' }] }
      : {}),
    ...(change.edit ? { fix: { title: 'Keep the setting', safety: 'review', edits: [change.edit] } } : {}),
  };
}

function invalid(base: SettingsDocument, head: SettingsDocument, { line, text }: Fault): Observation {
  const start = lineStarts(head.source)[line - 1] ?? 0;
  return {
    range: lineRange(head.source, { start, end: start }),
    key: `invalid/${text}`,
    severity: mayEnforce(base) ? 'high' : 'medium',
    message: {
      what: `The settings become invalid: ${text}`,
      why: 'Once this is merged, nothing in the file counts: the defaults hold, and they only advise.',
      remedy: `Repair the line; ${quote('pipewright doctor')} checks the file.`,
    },
  };
}

function modeOf(settings: SettingsDocument): string {
  return textAt(settings.view.root, 'mode') ?? 'advise';
}

/** What the organisation's file says is not known here. */
function mayEnforce(settings: SettingsDocument): boolean {
  const { root } = settings.view;
  const modes = [...scalarsBelow(root)].filter(({ path }) => path.at(-1) === 'mode').map(({ scalar }) => scalar.text);
  return (
    modes.includes('enforce') || textAt(root, 'extends') !== undefined || textAt(root, 'enforce-from') !== undefined
  );
}

function gone(base: SettingsDocument): Observation {
  const root = base.view.root;
  const mode = modeOf(base);
  const first = root?.type === 'map' ? root.entries[0] : undefined;
  return {
    side: 'base',
    range: first?.range ?? { start: 0, end: 0 },
    key: 'file',
    severity: mayEnforce(base) ? 'high' : 'medium',
    message: {
      what: `The settings of the review are removed; the mode was ${quote(mode)}.`,
      why: 'From the next pull request on the defaults hold, and they only advise.',
      remedy: 'Keep the file.',
    },
  };
}

function* waivers(base: SettingsDocument | undefined, head: SettingsDocument | undefined): Generator<Observation> {
  const before = new Map(entriesOf(base?.view.root).map((entry) => [identity(entry), entry]));
  for (const entry of entriesOf(head?.view.root)) {
    const old = before.get(identity(entry));
    const [until, oldUntil] = [textAt(entry, 'expires') ?? '', textAt(old, 'expires') ?? ''];
    if (old && until <= oldUntil) continue;
    yield {
      range: entry.range,
      key: `waiver/${identity(entry)}`,
      message: {
        what: old
          ? `The waiver for ${quote(textAt(entry, 'rule') ?? '')} is extended from ${oldUntil} to ${until}.`
          : `A waiver for ${quote(textAt(entry, 'rule') ?? '')}${textAt(entry, 'path') ? ` in ${quote(textAt(entry, 'path') ?? '')}` : ''} is added until ${until}.`,
        why: 'Once it is merged, the finding no longer stops anybody until that day.',
        remedy: `Whoever stands in ${quote('approved-by')} should approve this pull request and not be its author.`,
      },
    };
  }
}

/** The file is a list, or a mapping with the list under `waivers`. */
function entriesOf(root: YamlNode | undefined): YamlMap[] {
  const items = root?.type === 'list' ? root.items : itemsAt(root, 'waivers');
  return items.filter((item) => item.type === 'map');
}

function identity(entry: YamlNode): string {
  return [textAt(entry, 'rule'), textAt(entry, 'path'), textAt(entry, 'fingerprint')]
    .map((part) => part ?? '')
    .join('|');
}
