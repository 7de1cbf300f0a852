import { mapAt, scalarAt } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { isPlaceholder } from '../objects/is-placeholder.ts';
import type { RefusalRow } from './refusal.ts';
import { unknownValues } from './unknown-values.ts';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const SUBDOMAIN = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Kinds whose names are parts of a path and may hold anything else. */
const FREE_NAMES = /Role$|RoleBinding$|^APIService$|^CustomResourceDefinition$|^IPAddress$|List$|Config(uration)?$/;

/** What holds of objects of every kind. */
export const objectRefusals: readonly RefusalRow[] = [
  { isAbsence: false, find: unknownValues },
  {
    isAbsence: false,
    find({ node, kind }) {
      const name = scalarAt(node, 'metadata', 'name');
      if (!name || name.text === '' || FREE_NAMES.test(kind) || isPlaceholder(name.text)) return [];
      if (SUBDOMAIN.test(name.text)) return [];
      return [
        {
          range: name.range,
          place: 'metadata.name',
          what: `has the name ${quote(name.text)}, which names of objects cannot be`,
          remedy: 'Use small letters, digits, `-` and `.`, with a letter or digit at both ends.',
        },
      ];
    },
  },
  {
    kinds: ['PersistentVolumeClaim'],
    isAbsence: true,
    find({ node, range }) {
      const spec = mapAt(node, 'spec');
      if (!spec || spec.entries.length === 0) return [];
      const missing = [
        ['accessModes', spec.entries.some(({ key }) => key.text === 'accessModes')],
        ['resources.requests.storage', scalarAt(spec, 'resources', 'requests', 'storage') !== undefined],
      ].flatMap(([field, isThere]) => (isThere ? [] : [String(field)]));
      return missing.map((field) => ({
        range: spec.entries[0]?.key.range ?? range,
        place: `spec.${field}`,
        what: `asks for storage without ${quote(field)}`,
        remedy: `Add ${quote(field)}.`,
      }));
    },
  },
];
