import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

const AGENTS = ['agents/devops-engineer.md', 'agents/mlops-engineer.md'];

/** The agent files that come with Pipewright. */
export function builtInAgents(): Promise<{ readonly path: string; readonly text: string }[]> {
  return Promise.all(AGENTS.map(async (path) => ({ path, text: await readFile(join(packageRoot(), path), 'utf8') })));
}
