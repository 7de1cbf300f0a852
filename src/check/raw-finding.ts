import { sliceOf, toLocation } from '../documents/source-text.ts';
import type {
  Document,
  Evidence,
  Fix,
  Kind,
  Location,
  Problem,
  Project,
  RelatedLocation,
  Rule,
  Side,
} from '../types.ts';
import { normaliseAnchor } from './fingerprint.ts';
import type { Renames } from './renames.ts';

/** A problem with its place, before it is compared with the other side. */
export interface RawFinding {
  readonly rule: Rule;
  readonly kind: Kind;
  readonly problem: Problem;
  readonly location: Location;
  readonly key: string;
  readonly anchor: string;
  readonly related: readonly RelatedLocation[];
  readonly fix?: Fix;
}

/** Gives a problem its place. Undefined when it names a file that was not read: a defect of the rule. */
export function locate(
  rule: Rule,
  problem: Problem,
  side: Side,
  ownPath: string,
  project: Project,
  renames: Renames,
): RawFinding | undefined {
  const problemSide = problem.side ?? side;
  const path = problem.path ?? (problemSide === side ? ownPath : renames.pathOn(ownPath, problemSide));
  const document = project[problemSide].documents.get(path);
  if (!document) return undefined;
  return {
    rule,
    kind: document.kind,
    problem,
    location: placeOf(document, problem.range, renames),
    key: problem.key ?? '',
    anchor: normaliseAnchor(firstLines(sliceOf(document.source, problem.range))),
    related: relatedOf(problem, project, renames),
    ...(problem.fix ? { fix: problem.fix } : {}),
  };
}

/** Long anchors (a whole job) keep their identity when something far inside them changes. */
function firstLines(text: string): string {
  return text.split('\n').slice(0, 3).join('\n');
}

function placeOf(document: Document, range: Problem['range'], renames: Renames): Location {
  return toLocation(renames.headPath(document), document.side, document.source, range);
}

function relatedOf(problem: Problem, project: Project, renames: Renames): RelatedLocation[] {
  return (problem.related ?? []).flatMap(({ path, side, range, message }) => {
    const document = project[side].documents.get(path);
    return document ? [{ location: placeOf(document, range, renames), message }] : [];
  });
}

/** The place of a proof, for a checklist. */
export function evidenceAt(
  project: Project,
  side: Side,
  path: string,
  range: Problem['range'],
  message: string,
): Evidence | undefined {
  const document = project[side].documents.get(path);
  return document ? { location: toLocation(path, side, document.source, range), message } : undefined;
}
