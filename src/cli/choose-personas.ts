import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { builtInAgents } from '../local/assets.ts';
import { decodeAgent } from '../personas/decode-agent.ts';
import { type LoadedPersona, loadPersona } from '../personas/load-persona.ts';
import type { AgentText } from '../personas/read-personas.ts';
import { tellApart } from '../personas/tell-apart.ts';
import { rules } from '../rules/index.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenPersonas {
  /** Agent files to load: ours, and the one that was named. */
  readonly files: readonly AgentText[];
  /** All that were loaded, or the one that was asked for. */
  readonly personas: readonly LoadedPersona[];
  /** What a review calls them: a file that is called like one of ours gets a name of its own. */
  readonly names: readonly string[];
}

const KNOWN_RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));

/** The personas that `--persona` asks for, by name or by file; without it all of ours. */
export async function choosePersonas(wanted: string | undefined, cwd: string): Promise<ChosenPersonas> {
  const files = await builtInAgents();
  const ours = files.map(load);
  if (wanted === undefined) return { files, personas: ours, names: namesOf(ours) };
  const named = ours.filter(({ name }) => name === wanted);
  if (named.length > 0) return { files, personas: named, names: namesOf(named) };
  const file = await readAgent(wanted, cwd, ours);
  const persona = load(file);
  return { files: [...files, file], personas: [persona], names: namesOf([tellApart(persona, ours)]) };
}

async function readAgent(path: string, cwd: string, ours: readonly LoadedPersona[]): Promise<AgentText> {
  try {
    return { path, text: decodeAgent(await readFile(resolve(cwd, path))) };
  } catch (cause) {
    const names = namesOf(ours).join(', ');
    throw new UsageError(`\`${path}\` is neither a persona (${names}) nor an agent file that can be read.`, { cause });
  }
}

function load(file: AgentText): LoadedPersona {
  const persona = loadPersona(file, KNOWN_RULES);
  if ('problem' in persona) throw new UsageError(persona.problem);
  return persona;
}

function namesOf(personas: readonly LoadedPersona[]): readonly string[] {
  return personas.map(({ name }) => name);
}
