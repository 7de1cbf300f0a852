import { entryOf, mapAt, scalarsBelow, type YamlEntry } from '../../../documents/yaml/yaml-node.ts';
import type { Fix, Problem } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { placeOf } from '../pods/each-container.ts';
import type { Reached } from './reach.ts';
import type { Path, Place, PodRow } from './row.ts';

/** A field that is not there. */
export function missing(row: PodRow, place: Place): Problem {
  const { container, object, key } = place;
  const name = row.paths[0].join('.');
  return {
    range: container ? placeOf(container) : (entryOf(mapAt(object.node, 'metadata'), 'name')?.range ?? object.range),
    key: keyOf(key, row.paths[0]),
    ...weight(row, place),
    message: {
      what: `${subject(place)} ${arePods(place) ? 'do' : 'does'} not set ${quote(name)}.`,
      why: row.why,
      remedy: row.remedy,
    },
  };
}

/** A value that is wrong. */
export function wrong(row: PodRow, place: Place, reached: Reached): Problem {
  const { entry, value } = reached;
  const range = entry && value.type !== 'scalar' ? entry.key.range : (entry ?? value).range;
  return {
    range,
    key: [keyOf(place.key, reached.path), ...identity(row, reached)].join('/'),
    ...weight(row, place),
    message: {
      what: `${subject(place)} ${arePods(place) ? 'have' : 'has'} ${said(row, reached)}.`,
      why: row.why,
      remedy: row.remedy,
    },
    ...(entry && row.fix ? { fix: fixOf(row.fix, entry) } : {}),
  };
}

function weight({ eased }: PodRow, place: Place): Pick<Problem, 'severity' | 'confidence'> {
  return eased?.where(place) ? { severity: eased.severity, confidence: 'likely' } : {};
}

function subject(place: Place): string {
  const { object, container } = place;
  if (container) return `The container ${quote(container.name)} of ${quote(object.key)}`;
  return arePods(place) ? `The pods of ${quote(object.key)}` : quote(object.key);
}

function arePods({ object, container, node }: Place): boolean {
  return !container && node !== object.node;
}

function said({ wrong: test }: PodRow, { entry, value, path }: Reached): string {
  if (test && 'lacks' in test) return `no ${quote(test.lacks[0][0])} in ${quote(nameOf(path))}`;
  if (value.type !== 'scalar') return quote(nameOf(path));
  if (!entry) return `${quote(value.text)} in ${quote(nameOf(path))}`;
  // A name that says nothing by itself takes the one above with it.
  const name = ['type', 'name'].includes(entry.key.text) ? nameOf(path).split('.').slice(-2).join('.') : entry.key.text;
  return quote(`${name}: ${value.text}`);
}

/** What is said of a security context has the keys by which rules about changes know it. */
function keyOf(place: string, path: Path): string {
  return [place, ...path.filter((step) => step !== '*' && step !== 'securityContext')].join('/');
}

function nameOf(path: Path): string {
  return path.filter((step) => step !== '*').join('.');
}

/** Of several values in one place each is told apart by what it says, not by its number. */
function identity({ once }: PodRow, { path, value }: Reached): string[] {
  if (once || !path.includes('*')) return [];
  return [
    scalarsBelow(value)
      .map(({ scalar }) => scalar.text)
      .join(','),
  ];
}

function fixOf(fix: NonNullable<PodRow['fix']>, { key, value }: YamlEntry): Fix {
  if ('name' in fix)
    return { title: `Call it ${fix.name}`, safety: 'safe', edits: [{ range: key.range, text: fix.name }] };
  return {
    title: `Set ${key.text} to ${fix.value}`,
    safety: 'review',
    edits: [{ range: value.range, text: fix.value }],
  };
}
