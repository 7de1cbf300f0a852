import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInAgents } from '../local/assets.ts';
import { localFacts } from '../local/local-facts.ts';
import { readWorkingTree } from '../local/read-working-tree.ts';
import { type Personas, readPersonas } from '../personas/read-personas.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { rules } from '../rules/index.ts';

const FOLDERS = ['.github/agents', '.claude/agents'];

/** The personas that a review of a repository knows, as the files are on disk; a review reads them at the base branch. */
export async function repositoryPersonas(directory: string): Promise<Personas> {
  const source = {
    readPolicy: (paths: readonly string[]) => readWorkingTree(directory, paths),
    tree: async () => new Set((await Promise.all(FOLDERS.map((folder) => filesIn(directory, folder)))).flat()),
  };
  const known = new Map(rules.map((rule) => [rule.id, rule.kinds]));
  const policy = await readPolicy(source, localFacts(), new Date(), new Set(known.keys()), {});
  return await readPersonas(await builtInAgents(), policy, source, known);
}

async function filesIn(directory: string, folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(directory, folder))).map((name) => `${folder}/${name}`);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
