import type { KubernetesDocument } from '../../../documents/kubernetes.ts';
import type { Problem, Rule } from '../../../types.ts';
import { quote, quoteAll } from '../../quote.ts';
import type { Component, Setting } from '../components/component.ts';
import { readComponents } from '../components/read-components.ts';
import type { FlagRow, FlagTest, Place } from './flag-row.ts';
import { reach } from './reach.ts';

/** Makes a rule of a row. */
export function flagRule(row: FlagRow): Rule<KubernetesDocument> {
  return {
    id: row.id,
    kinds: ['kubernetes'],
    title: row.title,
    severity: row.severity,
    confidence: 'certain',
    strictness: row.strictness,
    domain: 'security',
    aliases: row.aliases,
    since: '0.1.0',
    on: 'document',
    fixable: false,

    *check({ view }) {
      for (const component of view.objects.flatMap(readComponents)) {
        if (!row.programs.includes(component.program)) continue;
        if (row.unless?.some((place) => settingOf(component, place))) continue;
        yield* problems(row, component);
      }
    },
  };
}

function* problems(row: FlagRow, component: Component): Generator<Problem> {
  const { wrong: test, settings } = row;
  const lacking = settings.filter((place) => name(component, place) && !settingOf(component, place));
  if (row.required && component.isWhole && lacking.length > 0) yield missing(row, component, lacking);
  if (!test) return;
  for (const place of settings) {
    const setting = settingOf(component, place);
    if (setting && isWrong(test, setting.text)) yield wrong(row, component, place, setting);
  }
}

function settingOf({ config, flags }: Component, { flag, field }: Place): Setting | undefined {
  if (!config) return flags.get(flag);
  const [found] = field ? reach(config, field) : [];
  if (!found || !field) return undefined;
  const { value, entry } = found;
  const items = value.type === 'list' ? value.items : [value];
  const text = items.flatMap((item) => (item.type === 'scalar' ? [item.text] : [])).join(',');
  return { text, range: (entry ?? value).range, said: `${field.join('.')}: ${text}` };
}

/** Of a configuration the field, if it has one; else the flag. */
function name({ config }: Component, { flag, field }: Place): string | undefined {
  return config ? field?.join('.') : `--${flag}`;
}

/** Something else puts the value in before the program gets it. */
const TEMPLATE = /\$[({]|\{\{|<%/;

function isWrong(test: FlagTest, text: string): boolean {
  if ('isSet' in test) return true;
  if (TEMPLATE.test(text)) return false;
  const items = text.split(',').map((item) => item.trim());
  if ('is' in test) return test.is.includes(text.toLowerCase());
  if ('isNot' in test) return !test.isNot.includes(text.toLowerCase());
  if ('holds' in test) return items.some((item) => test.holds.test(item));
  if ('lacks' in test) return !items.includes(test.lacks);
  const number = Number(text);
  return text !== '' && number >= test.from && number <= test.to;
}

function missing(row: FlagRow, component: Component, lacking: readonly Place[]): Problem {
  const names = quoteAll(lacking.flatMap((place) => name(component, place) ?? []));
  return {
    range: component.place,
    key: `${component.key}/${row.settings[0].flag}`,
    severity: row.missing ?? 'low',
    message: {
      what: component.config
        ? `${component.subject} does not set ${names}.`
        : `${component.subject} starts ${quote(component.program)} without ${names}.`,
      why: row.why,
      remedy: row.remedy,
    },
  };
}

function wrong(row: FlagRow, component: Component, { flag }: Place, { range, said }: Setting): Problem {
  const verb = component.config ? 'sets' : `starts ${quote(component.program)} with`;
  return {
    range,
    key: `${component.key}/${flag}`,
    message: { what: `${component.subject} ${verb} ${quote(said)}.`, why: row.why, remedy: row.remedy },
  };
}
