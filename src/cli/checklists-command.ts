import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { builtInAgents } from '../local/assets.ts';
import { loadPersona } from '../personas/load-persona.ts';
import { rules } from '../rules/index.ts';
import type { Persona } from '../types.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Lists the items of the personas, or of an agent file, and who answers each. */
export async function checklistsCommand(args: Arguments, streams: Streams): Promise<number> {
  const personas = await chosenPersonas(args, streams);
  if (args.format === 'json') {
    streams.out(`${JSON.stringify(personas.flatMap(toRows), null, 2)}\n`);
    return 0;
  }
  for (const persona of personas) {
    streams.out(`${persona.title} (${persona.path})\n`);
    for (const item of persona.items) {
      const who =
        item.judge === 'nobody'
          ? 'nobody can judge it from a change'
          : item.rules.length > 0
            ? item.rules.join(', ')
            : 'the model, if one is asked';
      streams.out(`  ${item.id.padEnd(24)} ${item.text}\n`);
      if (args.flags.has('explain'))
        streams.out(
          `  ${''.padEnd(24)} ${item.section}, line ${item.line}; answered by ${who}${item.partial ? ' in part' : ''}\n`,
        );
    }
  }
  return 0;
}

async function chosenPersonas({ persona }: Arguments, { cwd }: Streams): Promise<readonly Persona[]> {
  const known = new Map(rules.map((rule) => [rule.id, rule.kinds]));
  const builtIn = (await builtInAgents()).map((file) => loadPersona(file, known));
  const loaded = builtIn.flatMap((one) => ('problem' in one ? [] : [one]));
  if (persona === undefined) return loaded;
  const named = loaded.filter(({ name }) => name === persona);
  if (named.length > 0) return named;
  const text = await readFile(resolve(cwd, persona), 'utf8').catch((cause: unknown) => {
    const names = loaded.map(({ name }) => name).join(', ');
    throw new UsageError(`\`--persona ${persona}\` is neither a persona (${names}) nor a file that can be read.`, {
      cause,
    });
  });
  const own = loadPersona({ path: persona, text }, known);
  if ('problem' in own) throw new UsageError(own.problem);
  return [own];
}

function toRows(persona: Persona): Readonly<Record<string, unknown>>[] {
  return persona.items.map(({ id, text, section, line, kinds, rules: bound, judge }) => ({
    id,
    persona: persona.name,
    text,
    section,
    line,
    kinds,
    rules: bound,
    judge,
  }));
}
