import type { FileContent, Kind, Persona, Policy, Source } from '../types.ts';
import { discoverAgents } from './discover-agents.ts';
import { type LoadedPersona, loadPersona } from './load-persona.ts';
import { onlyBoundKinds } from './only-bound-kinds.ts';
import { tellApart } from './tell-apart.ts';
import { whyUnused } from './why-unused.ts';

/** An agent file as text. */
export interface AgentText {
  readonly path: string;
  readonly text: string;
}

/** An agent file that was found and does not speak. */
export interface UnusedAgent {
  readonly path: string;
  readonly reason: string;
}

export interface Personas {
  readonly personas: readonly LoadedPersona[];
  /** Agent files in the usual folders that do not speak. */
  readonly unused: readonly UnusedAgent[];
  /** What could not be read of the agent files, for people. */
  readonly problems: readonly string[];
}

/** A summary is read by people: found ones beyond these do not speak. */
const MOST_FOUND = 3;

/**
 * Loads our personas, those that the settings name, and those found in the usual folders that are about delivery: the last
 * two from the tip of the base branch, so that a change cannot bring its own reviewer.
 */
export async function readPersonas(
  builtIn: readonly AgentText[],
  policy: Pick<Policy, 'agents' | 'discoverAgents'>,
  source: Pick<Source, 'readPolicy' | 'tree'>,
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): Promise<Personas> {
  const found = policy.discoverAgents ? discoverAgents(await source.tree('base'), policy.agents) : [];
  const paths = [...policy.agents, ...found];
  const contents = paths.length > 0 ? await source.readPolicy(paths) : new Map<string, FileContent>();
  const personas: LoadedPersona[] = [];
  const problems: string[] = [];
  const unused: UnusedAgent[] = [];
  /** Of the repository's files, by the name that they give themselves. */
  const byName = new Map<string, string>();
  const add = (persona: LoadedPersona) => {
    personas.push(tellApart(persona, personas));
    if (paths.includes(persona.path)) byName.set(persona.name, persona.path);
    problems.push(...persona.problems);
  };

  const named = policy.agents.flatMap((path) => textAt(path, contents, problems) ?? []);
  for (const file of [...builtIn, ...named]) {
    const persona = loadPersona(file, knownRules);
    if ('problem' in persona) problems.push(persona.problem);
    else add(persona);
  }
  let free = MOST_FOUND;
  for (const path of found) {
    const content = contents.get(path);
    // Absent: it is gone from the tip of the base branch.
    if (content === undefined || content.state === 'absent') continue;
    const persona = content.state === 'text' ? loadPersona({ path, text: content.text }, knownRules) : content.reason;
    const reason = whyLeftOut(persona, free, byName);
    if (typeof persona === 'string' || 'problem' in persona || reason !== undefined) {
      unused.push({ path, reason: reason ?? 'it cannot be read' });
      continue;
    }
    add({ ...onlyBoundKinds(persona), found: true });
    free--;
  }
  return { personas, problems, unused };
}

/** A persona as a review carries it, without what only `checklists` shows. */
export function toPersona({ name, title, path, prompt, kinds, items, found }: LoadedPersona): Persona {
  return { name, title, path, prompt, kinds, items, ...(found ? { found } : {}) };
}

function textAt(path: string, contents: ReadonlyMap<string, FileContent>, problems: string[]): AgentText | undefined {
  const content = contents.get(path);
  if (content?.state === 'text') return { path, text: content.text };
  problems.push(
    content?.state === 'omitted'
      ? `${path}: the settings name this agent file, but it cannot be read: ${content.reason}. Make it a text file of less than 1 MB.`
      : `${path}: the settings name this agent file, but it is not on the base branch. Add it there, or take it out of \`agents\`.`,
  );
  return undefined;
}

function whyLeftOut(
  persona: LoadedPersona | { readonly problem: string } | string,
  free: number,
  byName: ReadonlyMap<string, string>,
): string | undefined {
  if (typeof persona === 'string') return `it cannot be read: ${persona}`;
  if ('problem' in persona) return 'it has neither a name nor anything to check';
  const same = byName.get(persona.name);
  if (same !== undefined) return `it has the name of ${same}, \`${persona.name}\``;
  return whyUnused(persona) ?? (free === 0 ? `${MOST_FOUND} found files speak already` : undefined);
}
