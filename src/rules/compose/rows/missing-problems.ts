import type { ComposeDocument, ComposeService } from '../../../documents/compose.ts';
import {
  at,
  entryOf,
  itemsAt,
  mapAt,
  textAt,
  type YamlEntry,
  type YamlMap,
} from '../../../documents/yaml/yaml-node.ts';
import type { Problem, Proof, Range } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { isDevelopmentFile } from '../services/is-development-file.ts';
import type { Path, Row } from './row.ts';

/** The services that lack what a row asks for; a proof where all have it. */
export function* missingProblems(row: Row, { path, view }: ComposeDocument): Generator<Problem | Proof> {
  if (isDevelopmentFile(path)) return;
  const ending = row.unlessOneShot ? waitedFor(view.services) : new Set<string>();
  const asked = view.services.filter(
    (service) => isWhole(service) && !(row.unlessOneShot && (ending.has(service.name) || isByHand(service))),
  );
  const lacking = asked.filter((service) => !row.anyOf.some((one) => has(row, service, one)));
  for (const service of lacking)
    yield {
      range: placeFor(row, service),
      key: service.name,
      message: {
        what: `The service ${quote(service.name)} ${row.lacks}.`,
        why: row.why,
        remedy: row.remedy,
      },
    };
  const [first] = asked;
  if (first && lacking.length === 0)
    yield {
      proof: `${asked.length} of ${asked.length} services set ${quote(row.anyOf.map((one) => one.join('.')).join(' or '))}`,
      range: first.nameRange,
    };
}

/** Where it would be written: as deep as a part of the path is there, else at the name of the service. */
function placeFor({ anyOf }: Row, { node, nameRange }: ComposeService): Range {
  const written = anyOf.map((path) => path.flatMap((_, i) => entryAt(node, path.slice(0, i + 1)) ?? []));
  const deepest = written
    .sort((a, b) => a.length - b.length)
    .at(-1)
    ?.at(-1);
  return deepest && !deepest.merged ? deepest.key.range : nameRange;
}

function entryAt(node: YamlMap, path: Path): YamlEntry | undefined {
  return entryOf(at(node, ...path.slice(0, -1)), path.at(-1) ?? '');
}

/** One that neither names nor builds an image changes a service of another file; one that extends another has its fields too. */
function isWhole({ node }: ComposeService): boolean {
  return !entryOf(node, 'extends') && (entryOf(node, 'image') !== undefined || entryOf(node, 'build') !== undefined);
}

/** Services for whose end others wait. */
function waitedFor(services: readonly ComposeService[]): ReadonlySet<string> {
  const waits = services.flatMap(({ node }) => mapAt(node, 'depends_on')?.entries ?? []);
  return new Set(
    waits
      .filter(({ value }) => textAt(value, 'condition') === 'service_completed_successfully')
      .map(({ key }) => key.text),
  );
}

/** It is started by hand, or stays as it ended. */
function isByHand({ node }: ComposeService): boolean {
  return /^(no|false)$/.test(textAt(node, 'restart') ?? '') || itemsAt(node, 'profiles').length > 0;
}

function has({ is }: Row, { node }: ComposeService, path: Path): boolean {
  const value = at(node, ...path);
  if (value === undefined || (value.type === 'scalar' && value.value === null)) return false;
  if (!is) return true;
  // What a variable says is not known.
  return itemsAt(node, ...path).some(
    (item) => item.type === 'scalar' && (is.test(item.text) || item.text.includes('$')),
  );
}
