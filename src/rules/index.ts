import type { Rule } from '../types.ts';
import * as compose from './compose/index.ts';
import * as docker from './docker/index.ts';
import * as kubernetes from './kubernetes/index.ts';
import * as ml from './ml/index.ts';
import * as terraform from './terraform/index.ts';
import * as workflow from './workflow/index.ts';

/** A folder's index names its rules, one line each; a table of rows is one name for many rules. */
type Folder = Readonly<Record<string, Rule | readonly Rule[]>>;

const FOLDERS: Readonly<Record<string, Folder>> = { compose, docker, kubernetes, ml, terraform, workflow };

const pages = new Map<string, string>();
for (const [folder, named] of Object.entries(FOLDERS)) {
  for (const entry of Object.values(named)) {
    const place = Array.isArray(entry) ? `src/rules/${folder}/rows/pages` : `src/rules/${folder}`;
    for (const { id } of [entry].flat()) pages.set(id, `${place}/${id}.md`);
  }
}

/** Every rule, by folder and name. */
export const rules: readonly Rule[] = Object.values(FOLDERS).flatMap((folder) => Object.values(folder).flat());

/** A rule's page, from the root of the package: beside the rule, or among the pages of its table of rows. */
export function pageOf(rule: Rule): string {
  return pages.get(rule.id) ?? '';
}
