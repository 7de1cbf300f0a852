import { blocksOf, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Need, Observation, ProjectSide, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type Backend, backendOf } from './state/backend-of.ts';
import { stateAddress } from './state/state-address.ts';

export const duplicateBackendKey: Rule<ProjectSide> = {
  id: 'duplicate-backend-key',
  kinds: ['terraform'],
  title: 'Two root modules share one state',
  severity: 'critical',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'project',
  fixable: false,

  /** The other root modules, where they usually say where their state is. */
  *needs(project): Iterable<Need> {
    const keepsState = [...project.documents.values()].some(
      (document) =>
        document.kind === 'terraform' &&
        blocksOf((document as TerraformDocument).view ?? { blocks: [] }, 'terraform').some(({ blocks }) =>
          blocks.some(({ type }) => type === 'backend' || type === 'cloud'),
        ),
    );
    if (!keepsState) return;
    for (const name of ['backend', 'terraform', 'versions', 'main', 'providers', 'provider', 'state'])
      yield { glob: `**/${name}.tf` };
  },

  *check(project, { project: { change } }) {
    const changed = new Set(change.files.map(({ path }) => path));
    const byState = new Map<string, Root[]>();
    for (const root of rootsOf(project)) {
      const address = stateAddress(root.backend);
      if (address !== undefined) byState.set(address, [...(byState.get(address) ?? []), root]);
    }
    for (const roots of byState.values()) {
      // Whoever was there first keeps it: what this change does not touch.
      const [first, ...others] = roots.toSorted(
        (a, b) => Number(changed.has(a.backend.document.path)) - Number(changed.has(b.backend.document.path)),
      );
      for (const other of others) if (first) yield problem(other, first, project);
    }
  },
};

interface Root {
  readonly directory: string;
  readonly backend: Backend;
}

/** One backend for each directory: two in one are refused by Terraform itself. */
function rootsOf(project: ProjectSide): readonly Root[] {
  const modules = project.subjects.filter(({ type }) => type === 'module').map(({ value }) => value as TerraformModule);
  const roots = new Map<string, Root>();
  for (const module of modules) {
    const [backend] = backendOf(module);
    if (backend && !roots.has(module.directory)) roots.set(module.directory, { directory: module.directory, backend });
  }
  return [...roots.values()];
}

function problem({ backend, directory }: Root, first: Root, { side }: ProjectSide): Observation {
  return {
    path: backend.document.path,
    range: backend.block.headerRange,
    key: `backend/${backend.type}`,
    message: {
      what: `${quote(directory === '' ? '.' : directory)} keeps its state where ${quote(first.directory === '' ? '.' : first.directory)} keeps its own.`,
      why: 'Each plan takes the resources of the other for its own that nobody wants any more, and the apply destroys them.',
      remedy: 'Give each root module a key of its own.',
    },
    related: [
      { path: first.backend.document.path, side, range: first.backend.block.headerRange, message: 'The same state.' },
    ],
  };
}
