import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { builtInAgents } from '../local/assets.ts';
import { loadPersona } from '../personas/load-persona.ts';
import type { AgentText } from '../personas/read-personas.ts';
import { rules } from '../rules/index.ts';
import type { Persona } from '../types.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenPersonas {
  /** Agent files to load: ours, and the one that was named. */
  readonly files: readonly AgentText[];
  /** All that were loaded, or the one that was asked for. */
  readonly personas: readonly Persona[];
}

const KNOWN_RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));

/** The personas that `--persona` asks for, by name or by file; without it all of ours. */
export async function choosePersonas(wanted: string | undefined, cwd: string): Promise<ChosenPersonas> {
  const files = await builtInAgents();
  const ours = files.map(load);
  if (wanted === undefined) return { files, personas: ours };
  const named = ours.filter(({ name }) => name === wanted);
  if (named.length > 0) return { files, personas: named };
  const file = await readAgent(wanted, cwd, ours);
  return { files: [...files, file], personas: [load(file)] };
}

async function readAgent(path: string, cwd: string, ours: readonly Persona[]): Promise<AgentText> {
  try {
    return { path, text: await readFile(resolve(cwd, path), 'utf8') };
  } catch (cause) {
    const names = ours.map(({ name }) => name).join(', ');
    throw new UsageError(`\`--persona ${path}\` is neither a persona (${names}) nor a file that can be read.`, {
      cause,
    });
  }
}

function load(file: AgentText): Persona {
  const persona = loadPersona(file, KNOWN_RULES);
  if ('problem' in persona) throw new UsageError(persona.problem);
  return persona;
}
