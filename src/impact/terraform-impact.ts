import { toLocation } from '../documents/source-text.ts';
import { attribute, blocksOf, type HclBlock, type TerraformDocument } from '../documents/terraform.ts';
import type { TerraformModule } from '../subjects/terraform-module.ts';
import type { ImpactRow, Project, ProjectSide } from '../types.ts';
import { compareValues } from './compare-values.ts';
import { tellingSettings } from './terraform-settings.ts';

interface Resource {
  readonly address: string;
  readonly module: string;
  readonly block: HclBlock;
  readonly document: TerraformDocument;
}

/** Resources that the change creates, destroys or moves, by module. */
export function terraformImpact(project: Project): ImpactRow[] {
  const changed = new Set(project.change.files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  const before = resources(project.base, changed);
  const after = resources(project.head, changed);
  const moves = movesOf(project.head);
  return [
    ...[...after].flatMap(([key, resource]) => changedSettings(before.get(key), resource)),
    ...[...before].flatMap(([key, resource]) => (after.has(key) ? [] : [gone(resource, moves.get(key))])),
    ...[...after].flatMap(([key, resource]) =>
      before.has(key) || isTarget(moves, resource) ? [] : [created(resource)],
    ),
  ];
}

function modules(side: ProjectSide): readonly TerraformModule[] {
  return side.subjects
    .filter((subject) => subject.type === 'module')
    .map((subject) => subject.value as TerraformModule);
}

function resources(side: ProjectSide, changed: ReadonlySet<string>): ReadonlyMap<string, Resource> {
  const touched = modules(side).filter((module) => module.documents.some(({ path }) => changed.has(path)));
  return new Map(
    touched.flatMap(({ directory, documents }) =>
      documents.flatMap((document) =>
        [...blocksOf(document.view, 'resource'), ...blocksOf(document.view, 'module')].map((block) => {
          const address = [
            ...(block.type === 'module' ? ['module'] : []),
            ...block.labels.map(({ text }) => text),
          ].join('.');
          return [`${directory}:${address}`, { address, module: directory, block, document }] as const;
        }),
      ),
    ),
  );
}

/** `moved` blocks: from the old address to the new one, both with their module. */
function movesOf(side: ProjectSide): ReadonlyMap<string, string> {
  return new Map(
    modules(side).flatMap(({ directory, documents }) =>
      documents.flatMap((document) =>
        blocksOf(document.view, 'moved').flatMap((block) => {
          const [from, to] = [addressIn(block, 'from'), addressIn(block, 'to')];
          return from && to ? [[`${directory}:${from}`, to] as const] : [];
        }),
      ),
    ),
  );
}

function addressIn(block: HclBlock, name: string): string | undefined {
  const value = attribute(block, name)?.value;
  return value?.kind === 'reference' ? value.path.join('.') : undefined;
}

function isTarget(moves: ReadonlyMap<string, string>, resource: Resource): boolean {
  return [...moves.values()].includes(resource.address);
}

function changedSettings(before: Resource | undefined, after: Resource): ImpactRow[] {
  if (!before) return [];
  const [old, now] = [before, after].map(({ block, document }) => tellingSettings(block, document.source));
  return compareValues(after.address, old ?? new Map(), now ?? new Map(), after.document);
}

function gone({ address }: Resource, movedTo: string | undefined): ImpactRow {
  return {
    topic: 'resource',
    subject: address,
    before: 'exists',
    after: movedTo ? `moved to ${movedTo}` : 'destroyed',
  };
}

function created({ address, block, document }: Resource): ImpactRow {
  const location = toLocation(document.path, 'head', document.source, block.headerRange);
  return { topic: 'resource', subject: address, before: '–', after: 'created', location };
}
