import type { Kind, Persona, Policy, Source } from '../types.ts';
import { loadPersona } from './load-persona.ts';

/** An agent file as text. */
export interface AgentText {
  readonly path: string;
  readonly text: string;
}

export interface Personas {
  readonly personas: readonly Persona[];
  /** What could not be read of the agent files, for people. */
  readonly problems: readonly string[];
}

/** Loads our personas and those that the settings name, the latter from the tip of the base branch. */
export async function readPersonas(
  builtIn: readonly AgentText[],
  policy: Policy,
  source: Source,
  knownRules: ReadonlyMap<string, readonly Kind[]>,
): Promise<Personas> {
  const named = policy.agents.length > 0 ? await source.readPolicy(policy.agents) : new Map();
  const problems: string[] = [];
  const texts = [...builtIn];
  for (const path of policy.agents) {
    const content = named.get(path);
    if (content?.state === 'text') texts.push({ path, text: content.text });
    else
      problems.push(
        `${path}: the settings name this agent file, but it is not on the base branch. Add it there, or take it out of \`agents\`.`,
      );
  }
  const personas = texts.flatMap((file): Persona[] => {
    const persona = loadPersona(file, knownRules);
    problems.push(...('problem' in persona ? [persona.problem] : persona.problems));
    return 'problem' in persona ? [] : [persona];
  });
  return { personas, problems };
}
