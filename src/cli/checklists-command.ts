import type { Persona } from '../types.ts';
import { choosePersonas } from './choose-personas.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';

/** Lists the items of the personas, or of an agent file, and who answers each. */
export async function checklistsCommand(args: Arguments, streams: Streams): Promise<number> {
  const { personas } = await choosePersonas(args.persona, streams.cwd);
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
